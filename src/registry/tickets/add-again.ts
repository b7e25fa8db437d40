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
  readonly account_id: string | null;
  readonly linked_account_id: string | null;
  readonly key_wrapped: Uint8Array;
  readonly content_sealed: Uint8Array;
}

/**
 * Adds to an open ticket what is new in the same question, which somebody sent again without its number. Whether that was
 * the same person nobody knows unless the same account sent both: agents are told so, and whoever holds the first is not
 * shown it. The number goes to the contact of the first.
 */
export async function addAgain(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  open: OpenTicket,
  { accountId, content, language }: Asked,
): Promise<void> {
  const { db } = services;
  const { id, institution_id: institutionId } = open;
  const key = await openTicketKey(services, open);
  const known = new Set(openContent(key, id, open.content_sealed).answers.map(sameAnswer));
  const added = content.answers.filter((answer) => !known.has(sameAnswer(answer)));
  const text = added.map(({ label, shown }) => `${label[language]}: ${shown}`).join("\n");
  // What an agent linked to the account may have been sent by a stranger, who can open it and must not read this.
  const isSender = accountId !== undefined && accountId === open.account_id && open.linked_account_id === null;
  const author = isSender ? "person" : "again";
  if (text !== "") await writeMessage(db, key, { id, institutionId }, { author, accountId: null, text });
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

/** The same words in another field are another answer. */
function sameAnswer({ label, shown }: Asked["content"]["answers"][number]): string {
  return `${label.id}\n${shown}`;
}
