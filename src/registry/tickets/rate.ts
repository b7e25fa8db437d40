import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import { openTicketKey, ratingContext } from "./ticket.ts";

/** Keeps whether the last answer to a ticket helped; said again, or of a ticket without an answer, it counts for nothing. */
export async function rateAnswer(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  { ticketId, helped, words }: { readonly ticketId: string; readonly helped: boolean; readonly words: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom("tickets as t")
      .innerJoin("ticket_messages as m", "m.ticket_id", "t.id")
      .select(["t.id", "t.institution_id", "t.key_wrapped", "m.id as message_id"])
      .where("t.id", "=", ticketId)
      .where("t.status", "=", "answered")
      .where("m.author", "in", ["agent", "check"])
      .orderBy("m.written_at", "desc")
      .orderBy("m.id", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!row) return;
    const key = await openTicketKey({ db: trx, keyring }, row);
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("ticket_ratings")
      .values({
        message_id: row.message_id,
        ticket_id: ticketId,
        helped,
        words_sealed: words === "" ? null : seal(key, words, ratingContext(row.message_id)),
      })
      .onConflict((conflict) => conflict.column("message_id").doNothing())
      .executeTakeFirst();
    if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return;
    await recordAudit(trx, {
      actorId: null,
      actorKind: "visitor",
      action: "ticket.rate",
      institutionId: row.institution_id,
      subjectKind: "ticket",
      subjectId: ticketId,
      data: { helped },
    });
  });
}
