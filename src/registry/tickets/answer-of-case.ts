import type { Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { markAnswered } from "./mark-answered.ts";
import { openTicketKey } from "./ticket.ts";
import { writeMessage } from "./write-message.ts";

/** The verdict about a NIK in words for its claimant, in the language of their ticket. */
export type VerdictWords = (
  verdict: { readonly moves: boolean; readonly reason: string },
  language: "id" | "en",
) => string;

/**
 * Answers the ticket from which a case was begun, as its second officer decides it; nothing where there is none. Whoever
 * has the ticket keeps it. `db` is a transaction of `withStaff`.
 */
export async function answerTicketOfCase(
  { db, keyring, words }: { readonly db: Transaction<DB>; readonly keyring: Keyring; readonly words: VerdictWords },
  decided: { readonly caseId: string; readonly actorId: string; readonly moves: boolean; readonly reason: string },
): Promise<void> {
  const { caseId, actorId } = decided;
  const row = await db
    .selectFrom("tickets")
    .select(["id", "institution_id", "language", "key_wrapped"])
    .where("nik_case_id", "=", caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  const { id, institution_id: institutionId } = row;
  const key = await openTicketKey({ db, keyring }, row);
  const text = words(decided, row.language);
  await writeMessage(db, key, { id, institutionId }, { author: "agent", accountId: actorId, text });
  await markAnswered(db, id);
  await recordAudit(db, {
    actorId,
    actorKind: "staff",
    action: "ticket.answer",
    institutionId,
    subjectKind: "ticket",
    subjectId: id,
    data: { nik_case: caseId },
  });
}
