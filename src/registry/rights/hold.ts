import { type Kysely, sql, type UpdateObject } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { conflict, notAllowed, notFound } from "../../platform/refusals.ts";
import { personKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";

/** What answering needs; `db` is a connection of `daftar_staff`. */
export interface RightsServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/** Which officer acts on which request, and in which institutions they answer them. */
export interface RightsAct {
  readonly actorId: string;
  readonly institutions: readonly string[];
  readonly requestId: string;
}

/** The moment of a deed, by the clock of every decision. */
export const now = sql<Date>`app_now()`;

/** Locks a request, answered or not. Throws (404) where there is none, (403) for whoever asked it. */
export async function hold(trx: Kysely<DB>, { requestId, actorId }: RightsAct) {
  const row = await trx
    .selectFrom("rights_requests")
    .select(["number", "kind", "account_id as accountId", "taken_by as takenBy", "refusal_by as refusalBy"])
    .select(["refusal_at as refusalAt", "answer", "answered_by as answeredBy", "lifted_at as liftedAt"])
    .select(["article", "note_sealed", "application_id as applicationId"])
    .select(sql<string>`institution_id`.as("institutionId"))
    .where("id", "=", requestId)
    .where("institution_id", "is not", null)
    .where("void_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  if (row.accountId === actorId) throw notAllowed();
  return row;
}

export type Held = Awaited<ReturnType<typeof hold>>;

/** The same, while it waits for an answer. Throws (409) when it was answered, or ended by its person. */
export async function holdOpen(trx: Kysely<DB>, act: RightsAct): Promise<Held> {
  return mustBeOpen(await hold(trx, act));
}

/** Throws (409) for a request that waits for no answer any more. */
export function mustBeOpen(request: Held): Held {
  if (request.answer !== null || request.liftedAt !== null) throw conflict("right_meanwhile");
  return request;
}

/** Throws (409) unless this officer works on the open request and no refusal waits. */
export function mustBeTaken(request: Held, { actorId }: RightsAct): void {
  const { takenBy, refusalBy } = mustBeOpen(request);
  if (takenBy !== actorId || refusalBy !== null) throw conflict("right_meanwhile");
}

/** Locks a request on which this officer works and of which no refusal waits. Throws (409) otherwise. */
export async function holdTaken(trx: Kysely<DB>, act: RightsAct): Promise<Held> {
  const request = await hold(trx, act);
  mustBeTaken(request, act);
  return request;
}

/** Writes how a locked request stands now. */
export async function setRequest(
  trx: Kysely<DB>,
  { requestId }: RightsAct,
  values: UpdateObject<DB, "rights_requests">,
): Promise<void> {
  await trx.updateTable("rights_requests").set(values).where("id", "=", requestId).execute();
}

/** The key under which the words of a request are sealed: of its person at its institution. */
export function keyOf(trx: Kysely<DB>, keyring: Keyring, { accountId, institutionId }: Held) {
  return personKey(trx, keyring, { accountId, institutionId });
}

/** What each letter about a request begins with. */
export async function headOf(trx: Kysely<DB>, { number, institutionId }: Held) {
  return { number, holder: await institutionName(trx, institutionId) };
}

/** Records what an officer did with a request. Call it with the transaction of the deed. */
export function recordRightDone(
  trx: Kysely<DB>,
  { actorId, requestId }: RightsAct,
  { accountId, institutionId, kind }: Pick<Held, "accountId" | "institutionId" | "kind">,
  action: string,
  data: Readonly<Record<string, string>> = {},
): Promise<void> {
  return recordAudit(trx, {
    actorId,
    actorKind: "staff",
    action,
    institutionId,
    subjectKind: "account",
    subjectId: accountId,
    data: { request: requestId, kind, ...data },
  });
}
