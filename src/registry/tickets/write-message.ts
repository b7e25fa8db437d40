import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Key, seal } from "../../platform/keys/seal.ts";
import { oweTicketLetter } from "./letter.ts";
import { messageContext, type TicketMessage } from "./ticket.ts";

/**
 * Keeps what somebody wrote about a ticket, sealed with its key; of an answer the person is told at their contact, of
 * anything else by whoever calls. Call it with the transaction of the deed.
 */
export async function writeMessage(
  trx: Kysely<DB>,
  key: Key,
  ticket: { readonly id: string; readonly institutionId: string },
  message: Pick<TicketMessage, "author" | "accountId" | "text">,
): Promise<void> {
  const id = uuidv7();
  await trx
    .insertInto("ticket_messages")
    .values({
      id,
      ticket_id: ticket.id,
      institution_id: ticket.institutionId,
      author: message.author,
      account_id: message.accountId,
      text_sealed: seal(key, message.text, messageContext(id)),
    })
    .execute();
  if (message.author === "agent" || message.author === "check") await oweTicketLetter(trx, ticket.id, "answered");
}
