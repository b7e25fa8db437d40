import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import { blindIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { keyFrom, open, type Key } from "../../platform/keys/seal.ts";
import { facts } from "../../platform/sources/source.ts";
import { institutionKey } from "../accounts/keys.ts";
import type { CaseStatus } from "../nik-cases/case.ts";

/** For what ticket numbers are indexed. */
export const numberPurpose = "ticket";

const Both = z.object({ id: z.string(), en: z.string() });

/** What was sent, as it is sealed: the answers with their labels, so that a changed file changes no ticket. */
export const TicketContent = z.object({
  number: z.string(),
  name: z.string(),
  /** As 1990-05-17. */
  birthDate: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  /** The regency or city of the NIK, as 31.71, where an office there is named. */
  regency: z.string().optional(),
  /** Sixteen digits, where the category asks for it under this name. */
  nik: z.string().optional(),
  answers: z.array(z.object({ label: Both, shown: z.string() })),
  /** What the category's sources are asked about, and what is compared with the answer of each. */
  checks: z
    .array(z.object({ source: z.string(), nik: z.string(), person: z.partialRecord(z.enum(facts), z.string()) }))
    .optional(),
});
export type TicketContent = z.output<typeof TicketContent>;

export type TicketStatus = "asked" | "received" | "working" | "answered";

export interface TicketMessage {
  readonly author: "person" | "again" | "agent" | "told" | "note" | "check" | "finding";
  readonly accountId: string | null;
  readonly text: string;
  readonly at: Date;
  /** What the person said of an answer. */
  readonly rating: { readonly helped: boolean; readonly words: string } | undefined;
}

/** A file on a ticket as it is listed. */
export interface TicketFile {
  readonly id: string;
  readonly slot: string;
  readonly status: "quarantined" | "ready" | "refused";
  readonly problem: string | null;
  /** Pictures that it was rebuilt into; 0 as long as it was not. */
  readonly pages: number;
  /** Bytes as sent. */
  readonly size: number;
  readonly sentAt: Date;
}

/** How the case stands that was begun from a ticket; `waiting` where only another case about the NIK keeps it from being sent. */
export type CaseOfTicket = CaseStatus | "waiting";

/** A ticket with everything that was written about it; notes of agents only where staff ask. */
export interface Ticket {
  readonly id: string;
  readonly institutionId: string;
  readonly category: string;
  /** In which it was asked. */
  readonly language: "id" | "en";
  readonly status: TicketStatus;
  readonly agentId: string | null;
  /** Until when an answer is promised. */
  readonly due: Date | null;
  /** In which ticket it is answered instead. */
  readonly mergedInto: string | null;
  /** The program whose page led to the question, and which of its pages; null where none did. */
  readonly program: string | null;
  readonly programPage: string | null;
  readonly applicationId: string | null;
  /** Whose account it stands in. */
  readonly accountId: string | null;
  /** The account that an agent found to be that of whoever asked, whether its owner has said so or not. */
  readonly linkedAccountId: string | null;
  /** The case about a NIK that was begun from it, where the connection sees it. */
  readonly nikCase: { readonly id: string; readonly status: CaseOfTicket } | undefined;
  /** Until when it is kept; null as long as it is open. */
  readonly keptUntil: Date | null;
  /** Months that its institution keeps tickets after their last answer. */
  readonly keptMonths: number;
  readonly times: Readonly<Record<TicketStatus, Date | null>>;
  readonly content: TicketContent;
  /** Whether its address was shown to be that of whoever asked. */
  readonly emailProved: boolean;
  readonly messages: readonly TicketMessage[];
  readonly files: readonly TicketFile[];
}

export function ticketKeyContext(id: string): string {
  return `tickets|key|${id}`;
}

export function contentContext(id: string): string {
  return `tickets|content|${id}`;
}

export function messageContext(id: string): string {
  return `ticket_messages|text|${id}`;
}

/** Where the words about an answer belong; `id` is the answer's. */
export function ratingContext(id: string): string {
  return `ticket_ratings|words|${id}`;
}

export function numberIndex(keyring: Keyring, number: string): Buffer {
  return blindIndex(keyring, numberPurpose, number);
}

/** The ticket's own key, out of the form in which the institution's key wraps it. */
export async function openTicketKey(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  row: { readonly id: string; readonly institution_id: string; readonly key_wrapped: Uint8Array },
): Promise<Key> {
  return keyFrom(
    open(await institutionKey(db, keyring, row.institution_id), row.key_wrapped, ticketKeyContext(row.id)),
  );
}

/** What was sent, opened. */
export function openContent(key: Key, id: string, sealed: Uint8Array): TicketContent {
  return TicketContent.parse(JSON.parse(open(key, sealed, contentContext(id)).toString("utf8")));
}
