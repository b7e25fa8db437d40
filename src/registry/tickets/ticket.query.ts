import { type Kysely, sql } from "kysely";
import { notFound } from "../../platform/refusals.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { type Key, open } from "../../platform/keys/seal.ts";
import { isUuid } from "../applications/load.query.ts";
import { listTicketFiles } from "./files.query.ts";
import {
  type CaseOfTicket,
  messageContext,
  openContent,
  openTicketKey,
  ratingContext,
  type Ticket,
  type TicketMessage,
} from "./ticket.ts";

/**
 * A ticket with its messages in their order. What the connection may not see is not there: another institution's ticket
 * for staff (404), agents' notes for web processes.
 */
export async function getTicket(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  id: string,
): Promise<Ticket> {
  const { db } = services;
  const row = isUuid(id)
    ? await db
        .selectFrom("tickets")
        .selectAll()
        .select(sql<Date | null>`ticket_kept_until(id)`.as("kept_until"))
        .select(sql<number>`ticket_months(institution_id)`.as("kept_months"))
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw notFound();
  const key = await openTicketKey(services, row);
  const messages = await db
    .selectFrom("ticket_messages as m")
    .leftJoin("ticket_ratings as r", "r.message_id", "m.id")
    .select(["m.id", "author", "account_id", "text_sealed", "written_at", "helped", "words_sealed"])
    .where("m.ticket_id", "=", id)
    .orderBy("written_at")
    .orderBy("m.id")
    .execute();
  return {
    id,
    institutionId: row.institution_id,
    category: row.category,
    language: row.language,
    status: row.status,
    agentId: row.agent_id,
    due: row.due_at,
    mergedInto: row.merged_into,
    program: row.program_slug,
    programPage: row.program_page,
    applicationId: row.application_id,
    accountId: row.account_id,
    linkedAccountId: row.linked_account_id,
    nikCase: await db
      .selectFrom("nik_cases")
      .select("id")
      .select(sql<CaseOfTicket>`case when waits_for_other_case(id) then 'waiting' else status end`.as("status"))
      .where("id", "=", row.nik_case_id)
      .executeTakeFirst(),
    keptUntil: row.kept_until,
    keptMonths: row.kept_months,
    times: {
      asked: row.asked_at,
      received: row.received_at,
      working: row.working_at,
      answered: row.answered_at,
    },
    content: openContent(key, id, row.content_sealed),
    emailProved: row.email_proved_at !== null,
    messages: messages.map((message) => ({
      author: message.author,
      accountId: message.account_id,
      text: open(key, message.text_sealed, messageContext(message.id)).toString("utf8"),
      at: message.written_at,
      rating: ratingOf(key, message),
    })),
    files: await listTicketFiles(db, id),
  };
}

function ratingOf(
  key: Key,
  row: { readonly id: string; readonly helped: boolean | null; readonly words_sealed: Uint8Array | null },
): TicketMessage["rating"] {
  if (row.helped === null) return undefined;
  const words = row.words_sealed && open(key, row.words_sealed, ratingContext(row.id)).toString("utf8");
  return { helped: row.helped, words: words ?? "" };
}
