import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { blindIndexes } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { newKey, seal } from "../../platform/keys/seal.ts";
import type { Limits, Rule } from "../../platform/limits.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { institutionKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { addAgain } from "./add-again.ts";
import type { Asked } from "./asked.ts";
import { checkTicketJob } from "./check.ts";
import { getDue } from "./due.query.ts";
import { personFact, writeFacts } from "./facts.ts";
import { oweTicketLetter } from "./letter.ts";
import { ownsEmail } from "./own-email.query.ts";
import { findOpenQuestion, writeQuestion } from "./question.ts";
import { contentContext, numberPurpose, ticketKeyContext } from "./ticket.ts";
import { newTicketNumber } from "./ticket-number.ts";

/** Tickets from one network; whole schools share one. */
const network: Rule = { name: "ticket-network", most: 60, seconds: 3600 };
/** Tickets of one person, and to one contact: letters go there. */
const person: Rule = { name: "ticket-person", most: 10, seconds: 86_400 };
const contact: Rule = { name: "ticket-contact", most: 10, seconds: 86_400 };

/**
 * Takes a question to an institution's helpdesk; gives the ticket's id. Undefined where the same person's same question is
 * open already: then what is new in it was added to that ticket, of which nothing may be told to whoever sent it now.
 * Refuses (429) a flood from one network, by one person or to one contact.
 */
export async function askHelpdesk(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly limits: Limits },
  asked: Asked & { readonly network: string },
): Promise<string | undefined> {
  const { db, keyring, limits } = services;
  const { email, phone } = asked.content;
  await limits.spend(network, asked.network);
  await limits.spend(person, personFact(asked.content).value);
  for (const to of [email?.toLowerCase(), phone]) if (to !== undefined) await limits.spend(contact, to);
  return db.transaction().execute(async (trx) => {
    const open = await findOpenQuestion(trx, keyring, asked);
    if (!open) return writeTicket({ db: trx, keyring }, asked);
    await addAgain({ db: trx, keyring }, open, asked);
    return undefined;
  });
}

/** Whether the address of a question is a proven one of the account that asks. */
async function isOwn(db: Kysely<DB>, keyring: Keyring, { accountId, content: { email } }: Asked): Promise<boolean> {
  return accountId !== undefined && email !== undefined && ownsEmail(db, keyring, accountId, email);
}

/** Makes a ticket with everything that follows from it; gives its id. `db` is a transaction of `daftar_web`. */
export async function writeTicket(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  asked: Asked,
): Promise<string> {
  const { content, institutionId } = asked;
  const id = uuidv7();
  const number = newTicketNumber();
  const key = newKey();
  const wrapping = await institutionKey(db, keyring, institutionId);
  const due = await getDue(db, asked);
  await db
    .insertInto("tickets")
    .values({
      id,
      institution_id: institutionId,
      category: asked.category,
      account_id: asked.accountId ?? null,
      language: asked.language,
      program_slug: asked.programSlug ?? null,
      program_page: asked.programPage ?? null,
      due_at: due,
      first_due_at: due,
      email_proved_at: (await isOwn(db, keyring, asked)) ? sql<Date>`app_now()` : null,
      ...blindIndexes(keyring, numberPurpose, number),
      key_wrapped: seal(wrapping, key.bytes, ticketKeyContext(id)),
      content_sealed: seal(key, JSON.stringify({ ...content, nik: asked.nik, number }), contentContext(id)),
    })
    .execute();
  await writeFacts(db, keyring, { id, ...asked });
  await writeQuestion(db, keyring, { id, ...asked });
  await recordAudit(db, {
    actorId: asked.accountId ?? null,
    actorKind: asked.accountId === undefined ? "visitor" : "applicant",
    action: "ticket.ask",
    institutionId,
    subjectKind: "ticket",
    subjectId: id,
    data: { category: asked.category },
  });
  if (content.checks) await enqueue(db, checkTicketJob, { ticketId: id });
  if (content.email !== undefined || content.phone !== undefined) await oweTicketLetter(db, id, "asked");
  return id;
}
