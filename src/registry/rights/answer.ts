import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { conflict } from "../../platform/refusals.ts";
import { notify } from "../notices/notify.ts";
import { withStaff } from "../reviews/with-staff.ts";
import {
  headOf,
  hold,
  holdOpen,
  keyOf,
  mustBeTaken,
  now,
  recordRightDone,
  type RightsAct,
  type RightsServices,
  setRequest,
} from "./hold.ts";
import type { RightsKind } from "./kinds.ts";
import { sealRightsNote } from "./words.ts";

/** `stands`: this officer did the same before, and that is what counts. */
export type Done = "done" | "stands";

/** Takes a request to work on it, also from a colleague. */
export async function takeRight({ db }: RightsServices, act: RightsAct): Promise<void> {
  await withStaff(db, act.institutions, async (trx) => {
    const request = await holdOpen(trx, act);
    if (request.refusalBy !== null) throw conflict("right_meanwhile");
    if (request.takenBy === act.actorId) return;
    await setRequest(trx, act, { taken_by: act.actorId, taken_at: now });
    await recordRightDone(trx, act, request, "right.take");
  });
}

/** Answers that what was asked is done, in the officer's words. The person is told by letter, once. */
export async function fulfilRight(
  { db, keyring }: RightsServices,
  act: RightsAct & { readonly note: string },
): Promise<Done> {
  return withStaff(db, act.institutions, async (trx) => {
    const request = await hold(trx, act);
    if (request.answer === "fulfilled" && request.answeredBy === act.actorId) return "stands";
    mustBeTaken(request, act);
    const note_sealed = sealRightsNote(await keyOf(trx, keyring, request), act.requestId, act.note);
    await setRequest(trx, act, { answer: "fulfilled", answered_by: act.actorId, answered_at: now, note_sealed });
    await recordRightDone(trx, act, request, "right.fulfil");
    const data = { ...(await headOf(trx, request)), words: act.note };
    await notify(trx, keyring, { accountId: request.accountId, kind: "right_fulfilled", data });
    return "done";
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
