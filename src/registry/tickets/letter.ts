import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { DeliveryRefused } from "../../platform/delivery-refused.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { getWords } from "../accounts/words.query.ts";
import { ownsEmail } from "./own-email.query.ts";
import { emailCode } from "./prove-email.ts";
import { openContent, openTicketKey } from "./ticket.ts";

/** Name of the job that tells whoever asked of one step. */
export const sendTicketLetterJob = "send-ticket-letter";

export type TicketLetterKind =
  | "asked"
  | "again"
  | "received"
  | "working"
  | "answered"
  | "reopened"
  | "passed"
  | "merged";

/** A letter ready to be written: number and name, and nothing of what was asked or answered. */
export interface TicketLetter {
  readonly kind: TicketLetterKind;
  readonly language: "id" | "en";
  readonly number: string;
  readonly name: string;
  readonly email: string | undefined;
  /** With its country, as `+628…`. */
  readonly phone: string | undefined;
  /** By which whoever has the ticket open shows that the address is theirs; undefined where they have. */
  readonly code: string | undefined;
  /** Where the letter goes to the proven address of the account that asked: the words its owner chose, if any. */
  readonly owner: { readonly words: string | undefined } | undefined;
}

/** Owes whoever asked a letter at the contact they gave. Call it with the transaction of the deed. */
export async function oweTicketLetter(trx: Kysely<DB>, ticketId: string, kind: TicketLetterKind): Promise<void> {
  const id = uuidv7();
  await trx.insertInto("ticket_letters").values({ id, ticket_id: ticketId, kind }).execute();
  await enqueue(trx, sendTicketLetterJob, { letterId: id });
}

/** Opens a letter that was not sent yet and counts the try; undefined when it went out. Needs the worker's connection. */
export async function takeTicketLetter(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  letterId: string,
): Promise<TicketLetter | undefined> {
  const { db, keyring } = services;
  const letter = await db
    .updateTable("ticket_letters")
    .set((build) => ({ attempts: build("attempts", "+", 1) }))
    .where("id", "=", letterId)
    .where("sent_at", "is", null)
    .returning(["ticket_id", "kind"])
    .executeTakeFirst();
  if (!letter) return undefined;
  const row = await db
    .selectFrom("tickets")
    .select(["id", "institution_id", "language", "key_wrapped", "content_sealed", "account_id", "email_proved_at"])
    .where("id", "=", letter.ticket_id)
    .executeTakeFirstOrThrow();
  const { number, name, email, phone } = openContent(await openTicketKey(services, row), row.id, row.content_sealed);
  const owner =
    email !== undefined && row.account_id !== null ? await ownerAt(services, row.account_id, email) : undefined;
  const code = email === undefined || row.email_proved_at !== null ? undefined : emailCode(keyring, row.id, email);
  return { kind: letter.kind, language: row.language, number, name, email, phone, code, owner };
}

/** Words stand in no letter to an address that may be somebody else's. */
async function ownerAt(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  accountId: string,
  email: string,
): Promise<TicketLetter["owner"]> {
  const isOwn = await ownsEmail(db, keyring, accountId, email);
  return isOwn ? { words: await getWords(db, keyring, accountId) } : undefined;
}

/** Notes that the letter was taken, or that there is nobody to send it to. */
export async function markTicketLetterSent(db: Kysely<DB>, letterId: string): Promise<void> {
  await db
    .updateTable("ticket_letters")
    .set({ sent_at: sql`app_now()` })
    .where("id", "=", letterId)
    .execute();
}

/** Notes that it was refused, where that was it, and throws on: the job tries again later. */
export async function markTicketLetterRefused(db: Kysely<DB>, letterId: string, error: unknown): Promise<never> {
  if (error instanceof DeliveryRefused)
    await db
      .updateTable("ticket_letters")
      .set({ refused_at: sql`app_now()` })
      .where("id", "=", letterId)
      .execute();
  throw error;
}
