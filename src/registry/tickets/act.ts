import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { conflict } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { type AgentAct, type HeldTicket, holdOwnTicket, holdTicket } from "./hold.ts";
import { oweTicketLetter } from "./letter.ts";
import { hasWrittenSince, isSaid } from "./seen.ts";
import { openTicketKey } from "./ticket.ts";
import { writeMessage } from "./write-message.ts";

/** What an agent does with a ticket: have it, give it back, answer, or leave a note for colleagues. */
export type TicketAct = "take" | "release" | "answer" | "note";

interface Acting extends AgentAct {
  readonly act: TicketAct;
  /** The words of an answer or a note. */
  readonly text: string;
  /** So many messages of whoever asked stood on the page from which it is answered, where that is known. */
  readonly seen?: number | undefined;
}

/**
 * Does one act with its audit record. 404 for a ticket of another institution, 409 for one that a colleague has: it is
 * answered by whoever took it, and can be taken over once it was released; and for an answer while whoever asked has
 * written something that the agent has not seen. The same words twice in a row count once. `db` is a connection of
 * `daftar_staff`.
 */
export async function actOnTicket(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  { ticketId, actorId, institutions, act, text, seen }: Acting,
): Promise<void> {
  await withStaff(db, institutions, async (trx) => {
    const row = await (act === "note" ? holdTicket(trx, ticketId) : holdOwnTicket(trx, { ticketId, actorId }));
    // Merged into another, it is answered there.
    if (act !== "note" && row.merged_into !== null) throw conflict("ticket_changed");
    const author = act === "answer" ? "agent" : act === "note" ? "note" : undefined;
    if (author !== undefined) {
      const key = await openTicketKey({ db: trx, keyring }, row);
      if (await isSaid(trx, key, ticketId, { author, accountId: actorId, text })) return;
      if (act === "answer" && seen !== undefined && (await hasWrittenSince(trx, ticketId, seen)))
        throw conflict("ticket_written");
    }
    await carryOut({ db: trx, keyring }, row, { act, actorId, text });
  });
}

/**
 * Does an act on a ticket that the transaction holds, with its message and audit record. `batch` names what several
 * tickets were answered with at once.
 */
export async function carryOut(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  row: HeldTicket,
  { act, actorId, text, batch }: Pick<Acting, "act" | "actorId" | "text"> & { readonly batch?: string },
): Promise<void> {
  const { db } = services;
  const { id, institution_id: institutionId } = row;
  if (act === "answer" || act === "note") {
    const author = act === "answer" ? "agent" : "note";
    const key = await openTicketKey(services, row);
    await writeMessage(db, key, { id, institutionId }, { author, accountId: actorId, text });
  }
  const begins = act !== "note" && (await move(db, id, act, actorId));
  if (act === "take" && begins) await oweTicketLetter(db, id, "working");
  await recordAudit(db, {
    actorId,
    actorKind: "staff",
    action: `ticket.${act}`,
    institutionId,
    subjectKind: "ticket",
    subjectId: id,
    data: batch === undefined ? {} : { batch },
  });
}

/** Says whether work on it begins with this act. */
async function move(
  trx: Kysely<DB>,
  ticketId: string,
  act: "take" | "release" | "answer",
  actorId: string,
): Promise<boolean> {
  const first = (column: "received_at" | "working_at") => sql<Date>`coalesce(${sql.ref(column)}, app_now())`;
  const moves = {
    take: { status: "working", agent_id: actorId, received_at: first("received_at"), working_at: first("working_at") },
    release: { status: "received", agent_id: null, received_at: first("received_at") },
    answer: {
      status: "answered",
      agent_id: actorId,
      received_at: first("received_at"),
      working_at: first("working_at"),
      answered_at: sql<Date>`app_now()`,
    },
  } as const;
  const { begins } = await trx
    .updateTable("tickets")
    .set(moves[act])
    .where("id", "=", ticketId)
    .returning(sql<boolean>`working_at is not distinct from app_now()`.as("begins"))
    .executeTakeFirstOrThrow();
  return begins;
}

/** Notes that an agent has seen the ticket, which its person is told as "received". Call it where it is shown. */
export async function receiveTicket(
  trx: Kysely<DB>,
  { ticketId, actorId, institutionId }: Pick<Acting, "ticketId" | "actorId"> & { readonly institutionId: string },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("tickets")
    .set({ status: "received", received_at: sql`app_now()` })
    .where("id", "=", ticketId)
    .where("status", "=", "asked")
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await oweTicketLetter(trx, ticketId, "received");
  await recordAudit(trx, {
    actorId,
    actorKind: "staff",
    action: "ticket.view",
    institutionId,
    subjectKind: "ticket",
    subjectId: ticketId,
  });
}
