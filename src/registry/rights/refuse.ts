import { conflict, notAllowed, notFound } from "../../platform/refusals.ts";
import { notify } from "../notices/notify.ts";
import { withStaff } from "../reviews/with-staff.ts";
import type { Done } from "./answer.ts";
import { articlesFor } from "./articles.ts";
import {
  headOf,
  hold,
  holdOpen,
  keyOf,
  mustBeOpen,
  mustBeTaken,
  now,
  recordRightDone,
  type RightsAct,
  type RightsServices,
  setRequest,
} from "./hold.ts";
import { openRightsNote, sealRightsNote, sealTakenBack } from "./words.ts";

/** How a request stands from which a proposed refusal was removed. */
const unrefused = { refusal_by: null, refusal_at: null, article: null, note_sealed: null };

/** Proposes a refusal, which names an article and means nothing until a second officer confirms it. */
export async function proposeRefusal(
  { db, keyring }: RightsServices,
  act: RightsAct & { readonly note: string; readonly article: string },
): Promise<Done> {
  const { article, actorId } = act;
  return withStaff(db, act.institutions, async (trx) => {
    const request = await hold(trx, act);
    if (request.refusalBy === actorId) return "stands";
    mustBeTaken(request, act);
    if (!articlesFor(request.kind).some((known) => known === article)) throw notFound();
    const note_sealed = sealRightsNote(await keyOf(trx, keyring, request), act.requestId, act.note);
    await setRequest(trx, act, { refusal_by: actorId, refusal_at: now, article, note_sealed });
    await recordRightDone(trx, act, request, "right.propose_refusal", { article });
    return "done";
  });
}

/**
 * Takes back the refusal that this officer proposed, while it waits for its second one, and goes on working. Colleagues
 * read why; the person is told nothing, since nothing was decided. Throws (409) when it does not wait any more.
 */
export async function takeBackRefusal(
  { db, keyring }: RightsServices,
  act: RightsAct & { readonly why: string },
): Promise<void> {
  await withStaff(db, act.institutions, async (trx) => {
    const request = await holdOpen(trx, act);
    if (request.refusalBy !== act.actorId || request.article === null) throw conflict("right_meanwhile");
    const taken_back_sealed = sealTakenBack(await keyOf(trx, keyring, request), act.requestId, act.why);
    await setRequest(trx, act, { ...unrefused, taken_back_sealed });
    await recordRightDone(trx, act, request, "right.take_back_refusal", { article: request.article });
  });
}

/**
 * The second officer's word on the refusal that was proposed at `proposedAt`: confirmed, it is the answer and the person is
 * told by letter; otherwise the first one works on. Throws (403) for the officer who proposed it, and (409) when it is not
 * what waits any more: nobody confirms what they have not read.
 */
export async function answerRefusal(
  { db, keyring }: RightsServices,
  act: RightsAct & { readonly confirmed: boolean; readonly proposedAt: Date },
): Promise<Done> {
  return withStaff(db, act.institutions, async (trx) => {
    const request = await hold(trx, act);
    if (act.confirmed && request.answer === "refused" && request.answeredBy === act.actorId) return "stands";
    const { refusalBy, refusalAt, article, note_sealed, accountId } = mustBeOpen(request);
    if (refusalBy === null || article === null) throw conflict("right_meanwhile");
    if (refusalBy === act.actorId) throw notAllowed();
    if (refusalAt?.getTime() !== act.proposedAt.getTime()) throw conflict("right_meanwhile");
    if (!act.confirmed) {
      await setRequest(trx, act, unrefused);
      await recordRightDone(trx, act, request, "right.return_refusal", { article });
      return "done";
    }
    await setRequest(trx, act, { answer: "refused", answered_by: act.actorId, answered_at: now });
    await recordRightDone(trx, act, request, "right.refuse", { article, proposed_by: refusalBy });
    const words = openRightsNote(await keyOf(trx, keyring, request), act.requestId, note_sealed) ?? "";
    const data = { ...(await headOf(trx, request)), article, words };
    await notify(trx, keyring, { accountId, kind: "right_refused", data });
    return "done";
  });
}
