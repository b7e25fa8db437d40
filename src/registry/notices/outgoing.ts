import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { DeliveryRefused } from "../../platform/delivery-refused.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { accountKey } from "../accounts/keys.ts";
import { getName } from "../accounts/name.query.ts";
import { getWords } from "../accounts/words.query.ts";
import { getEmail } from "../identifiers/identifier.ts";
import { numberAwaited } from "../numbers/gapless.query.ts";
import { closingFacts } from "./closing-facts.query.ts";
import { feeFacts } from "./fee-facts.query.ts";
import { Elsewhere, isNoticeKind, noticeKinds, type NoticeData, type NoticeKind } from "./notice-kinds.ts";
import { dataContext } from "./notify.ts";
import { rejectionFacts } from "./verdict-facts.query.ts";

/** A letter ready to be written. */
export interface OutgoingNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly language: "id" | "en";
  readonly to: string;
  readonly name: string;
  /** The words by which the person knows a true letter. */
  readonly words?: string;
  readonly applicationId: string | null;
  readonly data: NoticeData;
  /** The letter tells a number that is not given yet: ask again after so many seconds. */
  readonly waitSeconds?: number;
}

/** Opens a notice that was not sent yet and counts the try; undefined when it went out before. */
export async function takeNotice(
  db: Kysely<DB>,
  keyring: Keyring,
  noticeId: string,
): Promise<OutgoingNotice | undefined> {
  const row = await db
    .updateTable("notices")
    .set((build) => ({ attempts: build("attempts", "+", 1) }))
    .where("id", "=", noticeId)
    .where("sent_at", "is", null)
    .returning(["account_id", "application_id", "kind", "language", "data_sealed"])
    .returning(sql<number>`least(greatest(extract(epoch from app_now() - created_at)::float8, 2), 600)`.as("wait"))
    .executeTakeFirst();
  if (!row) return undefined;
  if (!isNoticeKind(row.kind)) throw new Error(`There is no letter of the kind ${row.kind}.`);
  const key = await accountKey(db, keyring, row.account_id);
  const words = await getWords(db, keyring, row.account_id);
  const about = row.application_id === null ? undefined : await factsOf(db, row.application_id, row.kind);
  const announced = row.application_id !== null && row.kind === "rejected" && row.data_sealed === null;
  const why = announced ? await rejectionFacts(db, keyring, row.application_id ?? "") : {};
  const data: unknown = row.data_sealed
    ? JSON.parse(open(key, row.data_sealed, dataContext(noticeId)).toString("utf8"))
    : {};
  const elsewhere = Elsewhere.safeParse(data);
  return {
    id: noticeId,
    kind: row.kind,
    language: row.language === "en" ? "en" : "id",
    to: elsewhere.data?.to ?? (await getEmail(db, key, row.account_id)),
    // A new address that nobody has proved may be a stranger's, who is told nothing of the owner.
    name: row.kind === "email_claim" ? "" : await getName(db, keyring, row.account_id),
    ...(words === undefined || row.kind === "email_claim" ? {} : { words }),
    applicationId: row.application_id,
    data: noticeKinds[row.kind].parse({ ...about?.facts, ...why, ...(data as object) }),
    ...(about?.awaitsNumber === true ? { waitSeconds: row.wait } : {}),
  };
}

/** What every letter about an application may say of it; the submission, one statement in the database, gives no more. */
async function factsOf(
  db: Kysely<DB>,
  applicationId: string,
  kind: NoticeKind,
): Promise<{ readonly facts: object; readonly awaitsNumber: boolean }> {
  const row = await db
    .selectFrom("applications as a")
    .innerJoin("program_versions as v", "v.id", "a.version_id")
    .select(["a.number", "a.receipt"])
    .select(sql`v.definition -> 'title'`.as("programTitle"))
    .select(sql<number>`coalesce(owed_by(a, v.definition #>> '{fee,due}'), 0)`.as("owed"))
    .select(numberAwaited().as("awaited"))
    .where("a.id", "=", applicationId)
    .executeTakeFirstOrThrow();
  const { number, awaited, owed, ...rest } = row;
  const next = kind === "accepted" && owed > 0 ? { feeNext: owed } : {};
  const facts = { ...rest, ...next, ...(number === null ? {} : { number }) };
  if (kind === "payment_expired" || kind === "refund_due") {
    return { facts: { ...facts, ...(await feeFacts(db, applicationId, kind)) }, awaitsNumber: false };
  }
  const awaitsNumber = awaited && (kind === "submitted" || kind === "accepted");
  if (kind !== "locked" && kind !== "extended" && kind !== "reminder") return { facts, awaitsNumber };
  return { facts: { ...facts, ...(await closingFacts(db, applicationId, kind)) }, awaitsNumber };
}

/** Notes that it was refused, where that was it, and throws on: the job tries again later. */
export async function markRefused(db: Kysely<DB>, noticeId: string, error: unknown): Promise<never> {
  if (error instanceof DeliveryRefused) {
    await db
      .updateTable("notices")
      .set({ refused_at: sql`app_now()` })
      .where("id", "=", noticeId)
      .execute();
  }
  throw error;
}

/** Notes that the mail server took the letter, and destroys what only the letter may know. */
export async function markSent(db: Kysely<DB>, noticeId: string): Promise<void> {
  await db
    .updateTable("notices")
    .set({ sent_at: sql`app_now()`, data_sealed: null })
    .where("id", "=", noticeId)
    .execute();
}
