import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { conflict } from "../../platform/refusals.ts";
import { institutionKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { type AgentAct, holdOwnTicket } from "./hold.ts";
import { leaveCase } from "./leave-case.ts";
import { oweTicketLetter } from "./letter.ts";
import { listColleagues, listHelpdesks } from "./receivers.query.ts";
import { openTicketKey, ticketKeyContext } from "./ticket.ts";
import { writeMessage } from "./write-message.ts";

interface PassServices {
  /** A connection of `daftar_staff`. */
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/** Gives an open ticket to a colleague who may answer it there; 409 where it is a colleague's own, answered, or not theirs. */
export async function passToColleague(
  { db }: PassServices,
  act: AgentAct & { readonly colleagueId: string },
): Promise<void> {
  await withStaff(db, act.institutions, async (trx) => {
    const ticket = await holdOwnTicket(trx, act);
    const colleagues = await listColleagues(trx, ticket.institution_id);
    if (ticket.status === "answered" || !colleagues.includes(act.colleagueId)) throw conflict("ticket_changed");
    await trx
      .updateTable("tickets")
      .set({
        agent_id: act.colleagueId,
        status: "working",
        received_at: sql`coalesce(received_at, app_now())`,
        working_at: sql`coalesce(working_at, app_now())`,
      })
      .where("id", "=", ticket.id)
      .execute();
    await note(trx, act, "ticket.pass", ticket.institution_id, { to: act.colleagueId });
  });
}

/**
 * Gives an open ticket to another institution's helpdesk with everything that was written, and tells its person in the
 * agent's words. Number, promise and history stay. 409 where it is answered, a colleague's, or nobody answers there.
 */
export async function passToInstitution(
  { db, keyring }: PassServices,
  act: AgentAct & { readonly institutionId: string; readonly words: string },
): Promise<void> {
  await withStaff(db, act.institutions, async (trx) => {
    const ticket = await holdOwnTicket(trx, act);
    await leaveCase(trx, ticket);
    const { institution_id: former } = ticket;
    const helpdesks = await listHelpdesks(trx);
    if (!helpdesks.includes(act.institutionId)) throw conflict("ticket_changed");
    const key = await openTicketKey({ db: trx, keyring }, ticket);
    const told = { author: "told", accountId: act.actorId, text: act.words } as const;
    await writeMessage(trx, key, { id: ticket.id, institutionId: former }, told);
    await oweTicketLetter(trx, ticket.id, "passed");
    if (ticket.account_id === null) await forgetLink(trx, ticket.id);
    const wrapped = seal(await institutionKey(trx, keyring, act.institutionId), key.bytes, ticketKeyContext(ticket.id));
    const { rows } = await sql<{ passed: boolean }>`
      select pass_ticket(${ticket.id}, ${act.institutionId}, ${wrapped}) as passed`.execute(trx);
    if (rows[0]?.passed !== true) throw conflict("ticket_changed");
    await note(trx, act, "ticket.pass", former, { to: act.institutionId });
  });
}

/** An account that its owner did not confirm was found among this institution's people, who are none of the other's. */
async function forgetLink(trx: Kysely<DB>, ticketId: string): Promise<void> {
  await trx.updateTable("tickets").set({ linked_account_id: null }).where("id", "=", ticketId).execute();
}

async function note(
  trx: Kysely<DB>,
  { actorId, ticketId }: AgentAct,
  action: string,
  institutionId: string,
  data: Readonly<Record<string, unknown>>,
) {
  await recordAudit(trx, {
    actorId,
    actorKind: "staff",
    action,
    institutionId,
    subjectKind: "ticket",
    subjectId: ticketId,
    data,
  });
}
