import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notFound } from "../../platform/refusals.ts";
import { personKey } from "../accounts/keys.ts";
import { listChanges, type AnswerChange } from "./corrections.query.ts";
import type { RightsKind, RightsWords } from "./kinds.ts";
import { type OwnState, ownState } from "./own-requests.query.ts";
import { openRightsNote, openWords } from "./words.ts";

/** A request as its own page shows it to the person who asked. */
export interface OwnRight {
  readonly number: string;
  readonly kind: RightsKind;
  readonly institution: { readonly id: string; readonly en: string } | null;
  readonly title: { readonly id: string; readonly en: string } | null;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly state: OwnState;
  readonly words: RightsWords | undefined;
  /** What the officer wrote; told with the answer and not before. */
  readonly note: string | undefined;
  /** Which article the refusal names, by its code. */
  readonly article: string | undefined;
  /** What an officer corrected. */
  readonly changes: readonly AnswerChange[];
  /** What kind of consent was taken back. */
  readonly consent: "privacy" | "declaration" | "closing" | null;
}

/** The request of this number and this person. Throws (404) for any other. */
export async function getOwnRight(
  db: Kysely<DB>,
  keyring: Keyring,
  { accountId, number }: { readonly accountId: string; readonly number: string },
): Promise<OwnRight> {
  if (!/^P-[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(number)) throw notFound();
  const row = await db
    .selectFrom("rights_requests as r")
    .leftJoin("institutions as i", "i.id", "r.institution_id")
    .leftJoin("consents as c", "c.id", "r.consent_id")
    .leftJoin("applications as a", (join) =>
      join.onRef("a.id", "=", (eb) => eb.fn.coalesce("r.application_id", "c.application_id")),
    )
    .leftJoin("program_versions as v", "v.id", "a.version_id")
    .select(["r.id", "r.number", "r.kind", "r.institution_id", "i.name as institution", "r.asked_at", "r.due_at"])
    .select(["r.answered_at", "r.answer", "r.words_sealed", "r.note_sealed", "r.article", "c.kind as consent"])
    .select(sql<OwnRight["title"]>`v.definition -> 'title'`.as("title"))
    .select(ownState.as("state"))
    .where("r.number", "=", number)
    .where("r.account_id", "=", accountId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const sealed = row.words_sealed !== null || row.note_sealed !== null;
  const key =
    sealed && row.institution_id !== null
      ? await personKey(db, keyring, { accountId, institutionId: row.institution_id })
      : undefined;
  const told = row.answer !== null;
  return {
    number: row.number,
    kind: row.kind,
    institution: row.institution as OwnRight["institution"],
    title: row.title,
    askedAt: row.asked_at,
    dueAt: row.due_at,
    answeredAt: row.answered_at,
    state: row.state,
    words: key && openWords(key, row.id, row.words_sealed),
    note: key && told ? openRightsNote(key, row.id, row.note_sealed) : undefined,
    article: row.answer === "refused" ? (row.article ?? undefined) : undefined,
    changes: key ? await listChanges(db, key, row.id) : [],
    consent: row.consent,
  };
}
