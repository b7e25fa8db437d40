import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";

/**
 * Keeps a ticket in the account to which an agent linked it, as its owner asks who has opened it by its number and a fact:
 * from then on it stands there, in the copy of their data, and goes with its erasure. Nothing where it is not so linked,
 * or there already.
 */
export async function keepInAccount(
  db: Kysely<DB>,
  { ticketId, accountId }: { readonly ticketId: string; readonly accountId: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const kept = await trx
      .updateTable("tickets")
      .set({ account_id: accountId })
      .where("id", "=", ticketId)
      .where("linked_account_id", "=", accountId)
      .where("account_id", "is", null)
      .returning("institution_id")
      .executeTakeFirst();
    if (!kept) return;
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: "applicant",
      action: "ticket.keep",
      institutionId: kept.institution_id,
      subjectKind: "ticket",
      subjectId: ticketId,
    });
  });
}
