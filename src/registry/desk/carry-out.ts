import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { issueLink } from "../accounts/link-tokens.ts";
import { rules } from "../accounts/rules.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { addressAge } from "./account.query.ts";
import { institutionName } from "./institution-name.query.ts";
import type { DeskServices, RequestKind } from "./services.ts";

/** Name of the job that does what two officers agreed on. */
export const carryOutJob = "carry-out-account-request";

/**
 * Does what was confirmed, once; `db` is the worker's connection, since officers can write nothing of an account. A reset
 * begins only: the letter goes to the address of the account, where that is still old enough, and whoever has the address
 * chooses the password.
 */
export async function carryOutRequest(services: DeskServices, requestId: string): Promise<void> {
  await services.db.transaction().execute(async (trx) => {
    const request = await trx
      .updateTable("account_requests")
      .set({ done_at: sql`app_now()` })
      .where("id", "=", requestId)
      .where("answer", "=", "confirmed")
      .where("done_at", "is", null)
      .returning(["account_id", "institution_id", "kind"])
      .executeTakeFirst();
    if (!request) return;
    const { account_id: accountId, institution_id: institutionId, kind } = request;
    const done = kind === "unlock" ? await unlock(services, accountId) : await beginReset(trx, services, request);
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: done ? deeds[kind] : "account.help_void",
      institutionId,
      subjectKind: "account",
      subjectId: accountId,
      data: { request: requestId },
    });
  });
}

const deeds = { unlock: "account.unlock", reset: "account.begin_reset" } as const satisfies Record<RequestKind, string>;

/** Devices that never logged in may use the password again; waits of their networks end by themselves within minutes. */
async function unlock({ limits }: DeskServices, accountId: string): Promise<true> {
  await limits.forget(rules.loginAccount, accountId);
  await limits.forget(rules.factor, accountId);
  return true;
}

async function beginReset(
  trx: Kysely<DB>,
  { keyring }: DeskServices,
  request: { readonly account_id: string; readonly institution_id: string },
): Promise<boolean> {
  const accountId = request.account_id;
  const { emailIsOld } = await addressAge(trx, accountId);
  const { status } = await trx
    .selectFrom("accounts")
    .select("status")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  if (!emailIsOld || status === "closed") return false;
  const institution = await institutionName(trx, request.institution_id);
  const token = await issueLink(trx, accountId, "reset");
  await notify(trx, keyring, { accountId, kind: "reset_by_staff", data: { token, institution } });
  return true;
}
