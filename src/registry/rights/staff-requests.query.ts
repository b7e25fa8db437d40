import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notFound } from "../../platform/refusals.ts";
import { getName } from "../accounts/name.query.ts";
import { openPersonKey } from "../accounts/keys.ts";
import { clockOf, type ClockState } from "./clock.ts";
import { listChanges, type AnswerChange } from "./corrections.query.ts";
import type { RightsKind, RightsWords } from "./kinds.ts";
import { openRightsNote, openTakenBack, openWords } from "./words.ts";

/** A request as the data protection officers of its institution list it. */
export interface StaffRight {
  readonly id: string;
  readonly number: string;
  readonly kind: RightsKind;
  readonly institutionId: string;
  readonly accountId: string;
  readonly askedAt: Date;
  readonly clock: ClockState;
  /** Who works on it; null while it waits. */
  readonly takenBy: string | null;
  /** Their name; empty while it waits. */
  readonly taker: string;
  /** Who would refuse it, until a second officer confirms or not. */
  readonly refusalBy: string | null;
  /** When they proposed it. */
  readonly refusalAt: Date | null;
  readonly answer: "fulfilled" | "refused" | null;
  readonly answeredAt: Date | null;
  /** When the person ended it themself; only of a restriction. */
  readonly liftedAt: Date | null;
}

/** A request opened by an officer. */
export interface OpenedRight extends StaffRight {
  /** Name of the person who asked; empty once the institution erased what it kept of them. */
  readonly asker: string;
  readonly title: { readonly id: string; readonly en: string } | null;
  /** Receipt of the application that it is about. */
  readonly receipt: string | null;
  readonly words: RightsWords | undefined;
  /** What was corrected for it so far. */
  readonly changes: readonly AnswerChange[];
  readonly note: string | undefined;
  /** Why a proposed refusal was taken back last; for colleagues only. */
  readonly takenBack: string | undefined;
  readonly article: string | null;
}

/** So many answered requests are shown. */
const MOST_ANSWERED = 20;
const MOST_OPEN = 200;

/** What waits at the institutions that the transaction sees, by due moment, and what was answered last. */
export async function listStaffRights(
  trx: Kysely<DB>,
  keyring: Keyring,
): Promise<{ readonly open: readonly StaffRight[]; readonly answered: readonly StaffRight[] }> {
  const rows = await requests(trx)
    .where("r.answer", "is", null)
    .where("r.lifted_at", "is", null)
    .orderBy("r.due_at")
    .orderBy("r.id")
    .limit(MOST_OPEN)
    .execute();
  const done = await requests(trx)
    .where("r.answer", "is not", null)
    .where("r.taken_by", "is not", null)
    .orderBy("r.answered_at", "desc")
    .limit(MOST_ANSWERED)
    .execute();
  const names = new Map<string, string>();
  for (const { takenBy } of [...rows, ...done]) {
    if (takenBy !== null) names.set(takenBy, names.get(takenBy) ?? (await getName(trx, keyring, takenBy)));
  }
  const shown = (row: (typeof rows)[number]) => staffRight(row, names.get(row.takenBy ?? "") ?? "");
  return { open: rows.map(shown), answered: done.map(shown) };
}

/** One of them with its words. Throws (404) for one of another institution, and for what ended with an erasure. */
export async function getStaffRight(trx: Kysely<DB>, keyring: Keyring, id: string): Promise<OpenedRight> {
  const row = await requests(trx)
    .leftJoin("applications as a", "a.id", "r.application_id")
    .leftJoin("program_versions as v", "v.id", "a.version_id")
    .leftJoin("person_keys as k", (join) =>
      join.onRef("k.account_id", "=", "r.account_id").onRef("k.institution_id", "=", "r.institution_id"),
    )
    .select(["r.words_sealed", "r.note_sealed", "r.taken_back_sealed", "r.article", "a.receipt", "k.key_wrapped"])
    .select(sql<OpenedRight["title"]>`v.definition -> 'title'`.as("title"))
    .where("r.id", "=", id)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { accountId, institutionId, words_sealed, note_sealed, taken_back_sealed, key_wrapped } = row;
  const key = key_wrapped && (await openPersonKey(trx, keyring, { accountId, institutionId }, key_wrapped));
  // Words that are gone were of a key that is gone; whoever began anew since has another one.
  const sealed = words_sealed !== null || note_sealed !== null;
  return {
    ...staffRight(row, row.takenBy === null ? "" : await getName(trx, keyring, row.takenBy)),
    asker: key ? await getName(trx, keyring, accountId) : "",
    title: row.title,
    receipt: row.receipt,
    words: key ? openWords(key, id, words_sealed) : undefined,
    changes: key && sealed ? await listChanges(trx, key, id) : [],
    note: key ? openRightsNote(key, id, note_sealed) : undefined,
    takenBack: key ? openTakenBack(key, id, taken_back_sealed) : undefined,
    article: row.article,
  };
}

function requests(trx: Kysely<DB>) {
  return trx
    .selectFrom("rights_requests as r")
    .select(["r.id", "r.number", "r.kind", "r.account_id as accountId", "r.asked_at as askedAt"])
    .select(["r.taken_by as takenBy", "r.refusal_by as refusalBy", "r.refusal_at as refusalAt"])
    .select(["r.answer", "r.answered_at as answeredAt", "r.lifted_at as liftedAt"])
    .select(sql<Date>`app_now()`.as("now"))
    .select(sql<string>`r.institution_id`.as("institutionId"))
    .where("r.institution_id", "is not", null)
    .where("r.void_at", "is", null);
}

type Row = Omit<StaffRight, "clock" | "taker"> & { readonly now: Date };

function staffRight({ now, ...row }: Row, taker: string): StaffRight {
  const { id, number, kind, institutionId, accountId, askedAt, takenBy, refusalBy, refusalAt, answer } = row;
  const { answeredAt, liftedAt } = row;
  const clock = clockOf(askedAt, answeredAt ?? liftedAt ?? now);
  const who = { id, number, kind, institutionId, accountId, askedAt };
  return { ...who, takenBy, refusalBy, refusalAt, answer, answeredAt, liftedAt, taker, clock };
}
