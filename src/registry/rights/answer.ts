import { type Kysely, sql, type UpdateObject } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { conflict, notAllowed, notFound } from "../../platform/refusals.ts";
import { personKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";
import { notify } from "../notices/notify.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { articlesFor } from "./articles.ts";
import type { RightsKind } from "./kinds.ts";
import { openRightsNote, sealRightsNote } from "./words.ts";

/** What answering needs; `db` is a connection of `daftar_staff`. */
interface RightsServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/** Which officer acts on which request, and in which institutions they answer them. */
export interface RightsAct {
  readonly actorId: string;
  readonly institutions: readonly string[];
  readonly requestId: string;
}

/** Takes a request to work on it, also from a colleague. */
export async function takeRight({ db }: RightsServices, act: RightsAct): Promise<void> {
  await withStaff(db, act.institutions, async (trx) => {
    const request = await hold(trx, act);
    if (request.refusalBy !== null) throw conflict("right_meanwhile");
    await set(trx, act, { taken_by: act.actorId, taken_at: now });
    await recordRightDone(trx, act, request, "right.take");
  });
}

/** Answers that what was asked is done, in the officer's words. The person is told by letter. */
export async function fulfilRight(services: RightsServices, act: RightsAct & { readonly note: string }): Promise<void> {
  const { db, keyring } = services;
  await withStaff(db, act.institutions, async (trx) => {
    const request = await holdTaken(trx, act);
    const note_sealed = sealRightsNote(await keyOf(trx, keyring, request), act.requestId, act.note);
    await set(trx, act, { answer: "fulfilled", answered_by: act.actorId, answered_at: now, note_sealed });
    await recordRightDone(trx, act, request, "right.fulfil");
    const data = { ...(await headOf(trx, request)), words: act.note };
    await notify(trx, keyring, { accountId: request.accountId, kind: "right_fulfilled", data });
  });
}

/** Proposes a refusal, which names an article and means nothing until a second officer confirms it. */
export async function proposeRefusal(
  services: RightsServices,
  act: RightsAct & { readonly note: string; readonly article: string },
): Promise<void> {
  const { article, actorId } = act;
  await withStaff(services.db, act.institutions, async (trx) => {
    const request = await holdTaken(trx, act);
    if (!articlesFor(request.kind).some((known) => known === article)) throw notFound();
    const note_sealed = sealRightsNote(await keyOf(trx, services.keyring, request), act.requestId, act.note);
    await set(trx, act, { refusal_by: actorId, refusal_at: now, article, note_sealed });
    await recordRightDone(trx, act, request, "right.propose_refusal", { article });
  });
}

/**
 * The second officer's word on a refusal: confirmed, it is the answer and the person is told by letter; otherwise the
 * first one works on. Throws (403) for the officer who proposed it.
 */
export async function answerRefusal(
  { db, keyring }: RightsServices,
  act: RightsAct & { readonly confirmed: boolean },
): Promise<void> {
  await withStaff(db, act.institutions, async (trx) => {
    const request = await hold(trx, act);
    const { refusalBy, article, note_sealed, accountId } = request;
    if (refusalBy === null || article === null) throw conflict("right_meanwhile");
    if (refusalBy === act.actorId) throw notAllowed();
    if (!act.confirmed) {
      await set(trx, act, { refusal_by: null, refusal_at: null, article: null, note_sealed: null });
      return recordRightDone(trx, act, request, "right.return_refusal", { article });
    }
    await set(trx, act, { answer: "refused", answered_by: act.actorId, answered_at: now });
    await recordRightDone(trx, act, request, "right.refuse", { article, proposed_by: refusalBy });
    const words = openRightsNote(await keyOf(trx, keyring, request), act.requestId, note_sealed) ?? "";
    const data = { ...(await headOf(trx, request)), article, words };
    await notify(trx, keyring, { accountId, kind: "right_refused", data });
  });
}

/** Records that an officer read what was asked. `trx` must come from `withStaff`. */
export function recordRightSeen(
  trx: Kysely<DB>,
  act: RightsAct,
  request: { readonly accountId: string; readonly institutionId: string; readonly kind: RightsKind },
): Promise<void> {
  return recordRightDone(trx, act, request, "right.view");
}

const now = sql<Date>`app_now()`;

/** Locks an open request. Throws (404) where there is none, (409) when it was answered, (403) for whoever asked it. */
async function hold(trx: Kysely<DB>, { requestId, actorId }: RightsAct) {
  const row = await trx
    .selectFrom("rights_requests")
    .select(["number", "kind", "account_id as accountId", "taken_by as takenBy", "refusal_by as refusalBy", "answer"])
    .select(["article", "note_sealed", "application_id as applicationId"])
    .select(sql<string>`institution_id`.as("institutionId"))
    .where("id", "=", requestId)
    .where("institution_id", "is not", null)
    .where("void_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  if (row.accountId === actorId) throw notAllowed();
  if (row.answer !== null) throw conflict("right_meanwhile");
  return row;
}

type Held = Awaited<ReturnType<typeof hold>>;

/** The same, when this officer works on it and no refusal waits. Throws (409) otherwise. */
export async function holdTaken(trx: Kysely<DB>, act: RightsAct): Promise<Held> {
  const request = await hold(trx, act);
  if (request.takenBy !== act.actorId || request.refusalBy !== null) throw conflict("right_meanwhile");
  return request;
}

async function set(
  trx: Kysely<DB>,
  { requestId }: RightsAct,
  values: UpdateObject<DB, "rights_requests">,
): Promise<void> {
  await trx.updateTable("rights_requests").set(values).where("id", "=", requestId).execute();
}

function keyOf(trx: Kysely<DB>, keyring: Keyring, { accountId, institutionId }: Held) {
  return personKey(trx, keyring, { accountId, institutionId });
}

async function headOf(trx: Kysely<DB>, { number, institutionId }: Held) {
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
