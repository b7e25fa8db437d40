import type { Kysely, Selectable } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { isUuid } from "../applications/load.query.ts";

/** Which agent acts on which ticket, and where they may answer. */
export interface AgentAct {
  readonly ticketId: string;
  readonly actorId: string;
  readonly institutions: readonly string[];
}

/** A ticket that nobody else changes until the transaction ends. */
export type HeldTicket = Pick<Selectable<DB["tickets"]>, (typeof heldColumns)[number]>;

/** What every act needs of a ticket. */
export const heldColumns = [
  "id",
  "institution_id",
  "category",
  "language",
  "status",
  "agent_id",
  "merged_into",
  "key_wrapped",
  "account_id",
  "linked_account_id",
  "nik_case_id",
] as const;

/** Holds a ticket for an act; 404 for another institution's. `trx` must come from `withStaff`. */
export async function holdTicket(trx: Kysely<DB>, ticketId: string): Promise<HeldTicket> {
  const row = isUuid(ticketId)
    ? await trx.selectFrom("tickets").select(heldColumns).where("id", "=", ticketId).forUpdate().executeTakeFirst()
    : undefined;
  if (!row) throw notFound();
  return row;
}

/** The same for an act that only whoever has the ticket may do, or anybody while nobody has it; else 409. */
export async function holdOwnTicket(
  trx: Kysely<DB>,
  { ticketId, actorId }: Pick<AgentAct, "ticketId" | "actorId">,
): Promise<HeldTicket> {
  const row = await holdTicket(trx, ticketId);
  if (row.agent_id !== null && row.agent_id !== actorId) throw conflict("ticket_held");
  return row;
}
