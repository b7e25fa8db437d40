import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { dueAt } from "../reviews/due.ts";
import { listHolidays } from "../reviews/holidays.query.ts";
import { loadCategories } from "./category-file.ts";

const within = new Map(loadCategories().map((one) => [one.category, one.answer_within?.working_days]));

/** Until when a question that is asked or opened again now is promised an answer; null where its category promises none. */
export async function getDue(
  db: Kysely<DB>,
  { category, institutionId }: { readonly category: string; readonly institutionId: string },
): Promise<Date | null> {
  const days = within.get(category);
  if (days === undefined) return null;
  const { zone, now } = await db
    .selectFrom("institutions")
    .select(["zone", sql<Date>`app_now()`.as("now")])
    .where("id", "=", institutionId)
    .executeTakeFirstOrThrow();
  return dueAt(now, days, zone, await listHolidays(db));
}
