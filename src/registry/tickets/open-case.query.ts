import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { HeldTicket } from "./hold.ts";

/** Whether the case about a NIK that was begun from a ticket is not closed. */
export async function hasOpenCase(db: Kysely<DB>, ticket: Pick<HeldTicket, "nik_case_id">): Promise<boolean> {
  const row = await db
    .selectFrom("nik_cases")
    .select("id")
    .where("id", "=", ticket.nik_case_id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
