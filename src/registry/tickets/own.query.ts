import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { isUuid } from "../applications/load.query.ts";
import { getTicket } from "./ticket.query.ts";
import { openContent, openTicketKey, type TicketStatus } from "./ticket.ts";

interface OwnTicketServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/** The line of a ticket in the account of whoever sent it. */
export interface OwnTicket {
  readonly id: string;
  readonly number: string;
  readonly category: string;
  readonly status: TicketStatus;
  readonly askedAt: Date;
}

/** What an account has asked, the latest first. */
export async function listOwnTickets(services: OwnTicketServices, accountId: string): Promise<OwnTicket[]> {
  const rows = await services.db
    .selectFrom("tickets")
    .select(["id", "institution_id", "category", "status", "asked_at", "key_wrapped", "content_sealed"])
    .where("account_id", "=", accountId)
    .orderBy("asked_at", "desc")
    .limit(100)
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const { id, category, status, asked_at: askedAt } = row;
      const { number } = openContent(await openTicketKey(services, row), id, row.content_sealed);
      return { id, number, category, status, askedAt };
    }),
  );
}

/** Whether an agent linked a ticket to this account whose owner has not said yet that it is theirs. */
export async function awaitsOwner(db: Kysely<DB>, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("tickets")
    .select("id")
    .where("linked_account_id", "=", accountId)
    .where("account_id", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a ticket stands in this account. */
export async function isOwnTicket({ db }: OwnTicketServices, accountId: string, ticketId: string): Promise<boolean> {
  if (!isUuid(ticketId)) return false;
  const row = await db
    .selectFrom("tickets")
    .select("id")
    .where("id", "=", ticketId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Everything that an account has asked with what was written since, for the copy of its data; agents' notes
 * are theirs, and what came again by the form may be somebody else's.
 */
export async function gatherTickets(services: OwnTicketServices, accountId: string) {
  const rows = await services.db
    .selectFrom("tickets as t")
    .innerJoin("institutions as i", "i.id", "t.institution_id")
    .select(["t.id", "i.name as institution"])
    .where("t.account_id", "=", accountId)
    .orderBy("t.asked_at")
    .execute();
  return Promise.all(
    rows.map(async ({ id, institution }) => {
      const { category, status, times, content, messages, files } = await getTicket(services, id);
      return {
        institution,
        category,
        status,
        times,
        sent: content,
        messages: messages
          .filter(({ author }) => author !== "finding" && author !== "again")
          .map(({ author, text, at, rating }) => ({ author, text, at, rating: rating ?? null })),
        files: files.map(({ slot, status: checked, size, sentAt }) => ({ slot, status: checked, size, sentAt })),
      };
    }),
  );
}
