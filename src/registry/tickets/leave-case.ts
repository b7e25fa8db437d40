import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { conflict } from "../../platform/refusals.ts";
import type { HeldTicket } from "./hold.ts";

/**
 * Takes a ticket out of a case about a NIK that was not sent yet: its claimant may never send it, and the ticket must not
 * wait for that. Refuses (409) while officers decide it: the ticket stays with them, and in the way of their answer.
 */
export async function leaveCase(trx: Kysely<DB>, { id, nik_case_id }: HeldTicket): Promise<void> {
  const row = await trx
    .selectFrom("nik_cases")
    .select("opened_at")
    .where("id", "=", nik_case_id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  if (!row) return;
  if (row.opened_at !== null) throw conflict("ticket_in_case");
  await trx.updateTable("tickets").set({ nik_case_id: null }).where("id", "=", id).execute();
}
