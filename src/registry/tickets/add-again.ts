import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import type { Asked } from "./asked.ts";
import { oweTicketLetter } from "./letter.ts";
import { openContent, openTicketKey } from "./ticket.ts";
import { writeMessage } from "./write-message.ts";

interface OpenTicket {
  readonly id: string;
  readonly institution_id: string;
  readonly key_wrapped: Uint8Array;
  readonly content_sealed: Uint8Array;
}

/**
 * Adds to an open ticket what is new in the same question, which somebody sent again without its number; whether that was
 * the same person nobody knows, and agents are told so. The number goes to the contact of the first.
 */
export async function addAgain(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  open: OpenTicket,
  { content, language }: Asked,
): Promise<void> {
  const { db } = services;
  const { id, institution_id: institutionId } = open;
  const key = await openTicketKey(services, open);
  const known = new Set(openContent(key, id, open.content_sealed).answers.map(({ shown }) => shown));
  const added = content.answers.filter(({ shown }) => !known.has(shown));
  const text = added.map(({ label, shown }) => `${label[language]}: ${shown}`).join("\n");
  if (text !== "") await writeMessage(db, key, { id, institutionId }, { author: "again", accountId: null, text });
  await oweTicketLetter(db, id, "again");
  await recordAudit(db, {
    actorId: null,
    actorKind: "visitor",
    action: "ticket.ask_again",
    institutionId,
    subjectKind: "ticket",
    subjectId: id,
  });
}
