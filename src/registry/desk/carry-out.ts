import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { issueLink } from "../accounts/link-tokens.ts";
import { guessesAt } from "../accounts/guessed-names.ts";
import { rules } from "../accounts/rules.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { beginRemoval } from "../recovery/lost-factor.ts";
import { addressAge } from "./account.query.ts";
import { institutionName } from "./institution-name.query.ts";
import type { DeskServices, RequestKind } from "./services.ts";
import { tellOfAddress } from "./tell-of-address.ts";

/** Name of the job that does what two officers agreed on. */
export const carryOutJob = "carry-out-account-request";

/**
 * Does what was confirmed, once; `db` is the worker's connection, since officers can write nothing of an account. A reset
 * begins only: the letter goes to the address of the account, where that is still old enough, and whoever has the address
 * chooses the password. Lost factors leave after 72 hours in which their owner can object. Another address or telephone is told of only (`tell-of-address.ts`).
 */
export async function carryOutRequest(services: DeskServices, requestId: string): Promise<void> {
  await services.db.transaction().execute(async (trx) => {
    const request = await trx
      .selectFrom("account_requests")
      .select(["id", "account_id", "institution_id", "kind", "value_sealed"])
      .where("id", "=", requestId)
      .where("answer", "=", "confirmed")
      .where("done_at", "is", null)
      .where("told_at", "is", null)
      .where("account_id", "in", trx.selectFrom("accounts").select("id").where("status", "!=", "closed"))
      .forUpdate()
      .executeTakeFirst();
    if (!request) return;
    const action = await carryOut(trx, services, request);
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action,
      institutionId: request.institution_id,
      subjectKind: "account",
      subjectId: request.account_id,
      data: { request: requestId },
    });
  });
}

interface Confirmed {
  readonly id: string;
  readonly account_id: string;
  readonly institution_id: string;
  readonly kind: RequestKind;
  readonly value_sealed: Buffer | null;
}

/** Does it, and says what was done for the audit trail. */
async function carryOut(trx: Kysely<DB>, services: DeskServices, request: Confirmed): Promise<string> {
  const { id, account_id: accountId, kind, value_sealed: sealed } = request;
  if (kind === "email" || kind === "phone") {
    if (sealed) await tellOfAddress(trx, services.keyring, { ...request, kind, value_sealed: sealed });
    return kind === "email" ? "account.tell_of_address" : "account.tell_of_telephone";
  }
  await trx
    .updateTable("account_requests")
    .set({ done_at: sql`app_now()` })
    .where("id", "=", id)
    .execute();
  if (kind === "factor")
    return (await loseFactor(trx, services, request)) ? "account.begin_removal" : "account.help_void";
  if (kind === "reset") return (await beginReset(trx, services, request)) ? "account.begin_reset" : "account.help_void";
  // Devices that never logged in may use the password again; waits of their networks end by themselves within minutes.
  await services.limits.forgetAll([...(await guessesAt(trx, accountId)), [rules.factor, accountId]]);
  return "account.unlock";
}

async function beginReset(trx: Kysely<DB>, { keyring }: DeskServices, request: Confirmed): Promise<boolean> {
  const accountId = request.account_id;
  const { emailIsOld } = await addressAge(trx, accountId);
  if (!emailIsOld) return false;
  const institution = await institutionName(trx, request.institution_id);
  const token = await issueLink(trx, accountId, "reset");
  await notify(trx, keyring, { accountId, kind: "reset_by_staff", data: { token, institution } });
  return true;
}

async function loseFactor(trx: Kysely<DB>, { keyring }: DeskServices, request: Confirmed): Promise<boolean> {
  const accountId = request.account_id;
  const { emailIsOld } = await addressAge(trx, accountId);
  if (!emailIsOld) return false;
  const institution = await institutionName(trx, request.institution_id);
  return beginRemoval(trx, keyring, { accountId, request: { id: request.id, institution } });
}
