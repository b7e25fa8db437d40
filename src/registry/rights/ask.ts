import { isDeepStrictEqual } from "node:util";
import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Key } from "../../platform/keys/seal.ts";
import { personKey } from "../accounts/keys.ts";
import type { AccountServices } from "../accounts/services.ts";
import { recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";
import { notify } from "../notices/notify.ts";
import type { Session } from "../sessions/session.ts";
import type { RightsKind, RightsWords } from "./kinds.ts";
import { addRequest } from "./add-request.ts";
import { findSubject } from "./subjects.query.ts";
import { openWords, sealWords } from "./words.ts";

/** So many requests of one person may wait for an answer. */
const MOST_OPEN = 10;

export interface NewRight {
  readonly kind: Exclude<RightsKind, "withdrawal">;
  /** An application of the person, or an institution that keeps something of them. */
  readonly about: string;
  readonly words: RightsWords;
}

/** Who asks, or acts on a request of their own. */
export type Asker = Pick<Session, "accountId" | "staff">;

/** `already`: the institution is restricted already; `enough`: too many requests wait; `unknown`: nothing of the person. */
export type RightProblem = "unknown" | "already" | "enough";

/**
 * Asks an institution to correct, to restrict, or to have a person look at what a machine decided. The person is told by
 * letter at once. The same once more, while it waits, is the one that waits. A restriction holds from this moment: nobody has to believe it first, and the officer may only refuse
 * it afterwards.
 */
export async function askForRight(
  { db, keyring }: Pick<AccountServices, "db" | "keyring">,
  session: Asker,
  { kind, about, words }: NewRight,
): Promise<{ readonly number: string } | { readonly problem: RightProblem }> {
  const { accountId } = session;
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`rights ${accountId}`}, 0))`.execute(trx);
    const subject = await findSubject(trx, accountId, about);
    if (!subject) return { problem: "unknown" as const };
    const { institutionId, applicationId } = subject;
    if (kind === "restriction" && subject.restricted) return { problem: "already" as const };
    const key = await personKey(trx, keyring, { accountId, institutionId });
    const same = await findSame(trx, key, { accountId, institutionId, applicationId, kind, words });
    if (same !== undefined) return { number: same };
    if ((await countOpen(trx, accountId)) >= MOST_OPEN) return { problem: "enough" as const };
    const id = uuidv7();
    const { number, dueAt } = await addRequest(trx, {
      id,
      account_id: accountId,
      institution_id: institutionId,
      kind,
      application_id: applicationId,
      words_sealed: sealWords(key, id, words),
    });
    await recordRight(trx, session, { action: "right.ask", institutionId, requestId: id, kind });
    const institution = await institutionName(trx, institutionId);
    const data = { number, until: dueAt.toISOString(), holder: institution };
    await notify(trx, keyring, { accountId, kind: "right_asked", data });
    return { number };
  });
}

/** The number of the request that says the same and is not answered: a form that is sent twice asks once. */
async function findSame(
  trx: Kysely<DB>,
  key: Key,
  asked: {
    readonly accountId: string;
    readonly institutionId: string;
    readonly applicationId: string | null;
    readonly kind: NewRight["kind"];
    readonly words: RightsWords;
  },
): Promise<string | undefined> {
  const rows = await trx
    .selectFrom("rights_requests")
    .select(["id", "number", "words_sealed"])
    .where("account_id", "=", asked.accountId)
    .where("institution_id", "=", asked.institutionId)
    .where((eb) => eb("application_id", "is not distinct from", asked.applicationId))
    .where("kind", "=", asked.kind)
    .where("answer", "is", null)
    .where("void_at", "is", null)
    .where("lifted_at", "is", null)
    .execute();
  return rows.find((row) => isDeepStrictEqual(openWords(key, row.id, row.words_sealed), asked.words))?.number;
}

/** What its person ended asks for no answer, and counts as long as one would have been due: asked and ended, again and again, it is a flood too. */
async function countOpen(trx: Kysely<DB>, accountId: string): Promise<number> {
  const { count } = await trx
    .selectFrom("rights_requests")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("account_id", "=", accountId)
    .where("answer", "is", null)
    .where("void_at", "is", null)
    .where((eb) => eb.or([eb("lifted_at", "is", null), eb("due_at", ">", sql<Date>`app_now()`)]))
    .executeTakeFirstOrThrow();
  return count;
}

/** Records what the person did with a request of their own. Call it with the transaction of the deed. */
export async function recordRight(
  trx: Kysely<DB>,
  { accountId, staff }: Asker,
  {
    action,
    institutionId,
    requestId,
    kind,
  }: {
    readonly action: "right.ask" | "right.lift" | "consent.withdraw";
    readonly institutionId: string | null;
    readonly requestId: string;
    readonly kind: string;
  },
): Promise<void> {
  await recordAudit(trx, {
    actorId: accountId,
    actorKind: staff ? "staff" : "applicant",
    action,
    institutionId,
    subjectKind: "account",
    subjectId: accountId,
    data: { request: requestId, kind },
  });
}
