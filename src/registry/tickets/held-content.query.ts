import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { HeldTicket } from "./hold.ts";
import { openContent, openTicketKey, type TicketContent } from "./ticket.ts";

/** What was sent with a ticket that the transaction holds, opened. */
export async function getHeldContent(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  ticket: HeldTicket,
): Promise<TicketContent> {
  const { content_sealed } = await services.db
    .selectFrom("tickets")
    .select("content_sealed")
    .where("id", "=", ticket.id)
    .executeTakeFirstOrThrow();
  return openContent(await openTicketKey(services, ticket), ticket.id, content_sealed);
}
