import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { conflict } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { type AgentAct, holdOwnTicket, holdTicket } from "./hold.ts";
import { leaveCase } from "./leave-case.ts";
import { oweTicketLetter } from "./letter.ts";
import { listRelated } from "./related.query.ts";
import { openTicketKey } from "./ticket.ts";
import { writeMessage } from "./write-message.ts";

/**
 * Closes a ticket because the same person asks the same in another, `into`, and tells them so in `words` in which
 * `{number}` stands for the other's number. Both histories stay; what the person replies to the closed one goes to the
 * other. 409 where the two are not one person's at one institution, or either is closed by merging already.
 */
export async function mergeTickets(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  act: AgentAct & { readonly into: string; readonly words: string },
): Promise<void> {
  const { actorId, ticketId, into } = act;
  await withStaff(db, act.institutions, async (trx) => {
    // In one order, so that two agents who merge the same two the other way round do not wait for each other for ever.
    for (const id of [ticketId, into].toSorted()) await holdTicket(trx, id);
    const ticket = await holdOwnTicket(trx, act);
    const other = (await listRelated({ db: trx, keyring }, ticket.id)).find(({ id }) => id === into);
    const { institution_id: institutionId } = ticket;
    if (!other || other.merged || ticket.merged_into !== null || other.institutionId !== institutionId)
      throw conflict("ticket_changed");
    await leaveCase(trx, ticket);
    const key = await openTicketKey({ db: trx, keyring }, ticket);
    const text = act.words.replaceAll("{number}", other.number);
    await writeMessage(trx, key, { id: ticket.id, institutionId }, { author: "told", accountId: actorId, text });
    await oweTicketLetter(trx, ticket.id, "merged");
    await trx
      .updateTable("tickets")
      .set({
        status: "answered",
        merged_into: into,
        agent_id: sql`coalesce(agent_id, ${actorId}::uuid)`,
        received_at: sql`coalesce(received_at, app_now())`,
        working_at: sql`coalesce(working_at, app_now())`,
        answered_at: sql`app_now()`,
      })
      .where("id", "=", ticket.id)
      .execute();
    // What was merged into this one is answered in the other as well.
    await trx.updateTable("tickets").set({ merged_into: into }).where("merged_into", "=", ticket.id).execute();
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: "ticket.merge",
      institutionId,
      subjectKind: "ticket",
      subjectId: ticket.id,
      data: { into },
    });
  });
}
