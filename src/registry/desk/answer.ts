import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { conflict, notAllowed, notFound } from "../../platform/refusals.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { carryOutJob } from "./carry-out.ts";
import { institutionName } from "./institution-name.query.ts";
import { getRequest, type OpenRequest } from "./request.query.ts";
import { deskRules } from "./rules.ts";
import type { DeskActor, DeskServices } from "./services.ts";

/**
 * Confirms or refuses what another officer asked for. When it is confirmed the owner is told by letter, and the worker
 * does it. Throws (404) when it is answered already or of another institution, (403) for the officer who asked and for
 * the owner, (409) for what was asked too long ago or concerns somebody who is staff by now, and (429) where an account
 * was unlocked too often: each time strangers get their guesses back.
 */
export async function answerRequest(
  services: DeskServices,
  given: DeskActor & { readonly requestId: string; readonly answer: "confirmed" | "refused" },
): Promise<void> {
  const { db, keyring, limits } = services;
  const { actorId, institutions, requestId, answer } = given;
  await withStaff(db, institutions, async (trx) => {
    const request = await getRequest(trx, keyring, requestId);
    const { accountId, institutionId, kind } = request;
    if (request.askedBy === actorId || accountId === actorId) throw notAllowed();
    if (answer === "confirmed") {
      if (request.stale) throw conflict("request_stale");
      if (await isStaff(trx, accountId)) throw conflict("request_of_staff");
      if (kind === "unlock") await limits.spend(deskRules.unlocks, accountId);
    }
    // Of two officers at once one answers, the other one finds it answered.
    const { numUpdatedRows } = await trx
      .updateTable("account_requests")
      .set({ answer, answered_by: actorId, answered_at: sql`app_now()` })
      .where("id", "=", requestId)
      .where("answer", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw notFound();
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: answer === "confirmed" ? "account.confirm_help" : "account.refuse_help",
      institutionId,
      subjectKind: "account",
      subjectId: accountId,
      data: { request: requestId, kind, asked_by: request.askedBy },
    });
    if (answer === "confirmed") await begin(trx, keyring, request);
  });
}

/** The letter to the owner goes out with the confirmation; a reset's letter carries the link, which only the worker makes. */
async function begin(trx: Kysely<DB>, keyring: Keyring, request: OpenRequest): Promise<void> {
  const { accountId, kind, institutionId } = request;
  if (kind === "unlock") {
    const institution = await institutionName(trx, institutionId);
    await notify(trx, keyring, { accountId, kind: "unlocked_by_staff", data: { institution } });
  }
  await enqueue(trx, carryOutJob, { requestId: request.id });
}

async function isStaff(trx: Kysely<DB>, accountId: string): Promise<boolean> {
  const row = await trx.selectFrom("staff_roles").select("role").where("account_id", "=", accountId).executeTakeFirst();
  return row !== undefined;
}
