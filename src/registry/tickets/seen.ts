import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Key, open } from "../../platform/keys/seal.ts";
import { messageContext, type TicketMessage } from "./ticket.ts";

/** Whether the last message on a ticket is this one already: a form that is sent twice says nothing twice. */
export async function isSaid(
  trx: Kysely<DB>,
  key: Key,
  ticketId: string,
  { author, accountId, text }: Pick<TicketMessage, "author" | "accountId" | "text">,
): Promise<boolean> {
  const last = await trx
    .selectFrom("ticket_messages")
    .select(["id", "author", "account_id", "text_sealed"])
    .where("ticket_id", "=", ticketId)
    .orderBy("written_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last?.author !== author || last.account_id !== accountId) return false;
  return open(key, last.text_sealed, messageContext(last.id)).toString("utf8") === text;
}

/** How many messages of whoever asked stand on a ticket: what an agent's page was made from. */
export function countAsked(messages: readonly Pick<TicketMessage, "author">[]): number {
  return messages.filter(({ author }) => author === "person" || author === "again").length;
}

/** Whether whoever asked has written since a page showed so many messages of theirs. */
export async function hasWrittenSince(trx: Kysely<DB>, ticketId: string, seen: number): Promise<boolean> {
  const rows = await trx.selectFrom("ticket_messages").select("author").where("ticket_id", "=", ticketId).execute();
  return countAsked(rows) > seen;
}
