import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { blindIndex, blindIndexes, isIndex, nameWords } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { TicketContent } from "./ticket.ts";

const purpose = "ticket question";

/** What makes two questions one: the same person or account asks the same institution the same kind, to be reached alike. */
export interface SameQuestion {
  readonly institutionId: string;
  readonly category: string;
  readonly nik?: string | undefined;
  /** Of those that an account sent itself: what an agent linked to it may be somebody else's. */
  readonly accountId?: string | undefined;
  readonly content: Pick<TicketContent, "name" | "birthDate" | "email" | "phone">;
}

/**
 * The contact is one of the facts: whoever asks in somebody else's name can write that person's name, birth date and NIK,
 * but would have to give up hearing of an answer to be taken for them.
 */
function valueOf({ institutionId, category, nik = "", content }: SameQuestion): string {
  const { name, birthDate, email, phone = "" } = content;
  const contact = email?.toLowerCase() ?? phone;
  return [institutionId, category, nameWords(name).join(" "), birthDate, nik, contact].join("|");
}

/**
 * The open ticket of the same question, which then waits for the end of this transaction; two that are sent at the same
 * moment wait for each other.
 */
export async function findOpenQuestion(trx: Kysely<DB>, keyring: Keyring, asked: SameQuestion) {
  const index = blindIndex(keyring, purpose, valueOf(asked));
  await sql`select pg_advisory_xact_lock(${index.readBigInt64BE(0).toString()}::bigint)`.execute(trx);
  return (
    trx
      .selectFrom("ticket_questions as q")
      .innerJoin("tickets as t", "t.id", "q.id")
      .select(["t.id", "t.institution_id", "t.account_id", "t.linked_account_id", "t.key_wrapped", "t.content_sealed"])
      .where((eb) =>
        eb.or([
          isIndex("q", index),
          eb.and([
            eb("t.account_id", "=", asked.accountId ?? null),
            eb("t.linked_account_id", "is", null),
            eb("t.institution_id", "=", asked.institutionId),
            eb("t.category", "=", asked.category),
          ]),
        ]),
      )
      .where("t.status", "<>", "answered")
      .orderBy("t.asked_at")
      .limit(1)
      // Nobody answers it meanwhile: what is added to an answered ticket no agent would ever see.
      .forUpdate("t")
      .executeTakeFirst()
  );
}

/** Keeps by what a new ticket's question is known when it is sent again. */
export async function writeQuestion(
  trx: Kysely<DB>,
  keyring: Keyring,
  ticket: SameQuestion & { readonly id: string },
): Promise<void> {
  await trx
    .insertInto("ticket_questions")
    .values({ id: ticket.id, ...blindIndexes(keyring, purpose, valueOf(ticket)) })
    .execute();
}
