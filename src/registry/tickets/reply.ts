import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits, Rule } from "../../platform/limits.ts";
import { notFound } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { getDue } from "./due.query.ts";
import { oweTicketLetter } from "./letter.ts";
import { isSaid } from "./seen.ts";
import { openTicketKey } from "./ticket.ts";
import { writeMessage } from "./write-message.ts";

/** What one person may add to one ticket. */
const replies: Rule = { name: "ticket-reply", most: 20, seconds: 86_400 };
/** So long an answered ticket can be opened again; afterwards one asks anew. */
export const reopenDays = 14;

/**
 * Adds the person's words to their ticket; an answered one is opened again, and goes back to the agent who had it. False
 * where it was answered too long ago. Refuses (429) a flood.
 */
export async function replyToTicket(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly limits: Limits },
  { ticketId, text }: { readonly ticketId: string; readonly text: string },
): Promise<boolean> {
  const { db, keyring, limits } = services;
  await limits.spend(replies, ticketId);
  return db.transaction().execute(async (trx) => {
    // What was merged into another ticket goes on there, also where an agent merges it at this moment.
    const asked = await hold(trx, ticketId);
    const row = asked.merged_into === null ? asked : await hold(trx, asked.merged_into);
    if (row.late) return false;
    const institutionId = row.institution_id;
    const key = await openTicketKey({ db: trx, keyring }, row);
    const message = { author: "person", accountId: null, text } as const;
    if (await isSaid(trx, key, row.id, message)) return true;
    await writeMessage(trx, key, { id: row.id, institutionId }, message);
    const opensAgain = row.status === "answered";
    if (opensAgain) {
      const status = row.agent_id === null ? "received" : "working";
      await trx
        .updateTable("tickets")
        .set({ status, due_at: await getDue(trx, { category: row.category, institutionId }), escalated_at: null })
        .where("id", "=", row.id)
        .execute();
      await oweTicketLetter(trx, row.id, "reopened");
    }
    await recordAudit(trx, {
      actorId: null,
      actorKind: "visitor",
      action: opensAgain ? "ticket.reopen" : "ticket.reply",
      institutionId,
      subjectKind: "ticket",
      subjectId: row.id,
    });
    return true;
  });
}

/** Holds a ticket with what a reply needs of it; 404 where it was erased meanwhile. */
function hold(trx: Kysely<DB>, ticketId: string) {
  return trx
    .selectFrom("tickets")
    .select(["id", "institution_id", "category", "status", "agent_id", "merged_into", "key_wrapped"])
    .select(
      sql<boolean>`status = 'answered' and answered_at < app_now() - make_interval(days => ${reopenDays})`.as("late"),
    )
    .where("id", "=", ticketId)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound);
}
