import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** The days off that are known, as `2026-08-17`, for reckoning in working days. */
export async function listHolidays(db: Kysely<DB>): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("holidays")
    .select(sql<string>`to_char(day, 'YYYY-MM-DD')`.as("day"))
    .execute();
  return new Set(rows.map(({ day }) => day));
}
