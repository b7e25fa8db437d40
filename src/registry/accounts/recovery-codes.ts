import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { hashToken } from "../../platform/http/tokens.ts";
import { inGroups, newWrittenCode, readWrittenCode } from "../../platform/http/written-codes.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { renewWithFactor, type Session } from "../sessions/session.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/** How many codes are made at once. */
const CODES = 10;

/** Makes ten new codes, in groups of four as they are shown, this once; the old ones end. */
export async function makeRecoveryCodes(services: AccountServices, session: Session): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, newWrittenCode);
  await services.db.transaction().execute(async (trx) => {
    await trx.deleteFrom("recovery_codes").where("account_id", "=", session.accountId).execute();
    await trx
      .insertInto("recovery_codes")
      .values(codes.map((code) => ({ code_hash: hashToken(code), account_id: session.accountId })))
      .execute();
    await audit(trx, session, "account.make_recovery_codes");
  });
  return codes.map(inGroups);
}

/**
 * Takes a recovery code in place of the second factor. Gives the new session's token, or undefined
 * for a code that is wrong or used up. The owner is told by letter.
 */
export async function giveRecoveryCode(
  services: AccountServices,
  session: Session,
  typed: string,
): Promise<string | undefined> {
  await services.limits.guess(rules.factor, session.accountId);
  return services.db.transaction().execute(async (trx) => {
    if (!(await takeRecoveryCode(trx, session.accountId, typed))) return undefined;
    await services.limits.forget(rules.factor, session.accountId);
    await notify(trx, services.keyring, { accountId: session.accountId, kind: "recovery_code_used", data: {} });
    await audit(trx, session, "account.give_recovery_code");
    return renewWithFactor(trx, session);
  });
}

/** Uses one of the account's codes up; false for one that is wrong or was used. Count the guess first. */
export async function takeRecoveryCode(trx: Kysely<DB>, accountId: string, typed: string): Promise<boolean> {
  const used = await trx
    .updateTable("recovery_codes")
    .set({ used_at: sql`app_now()` })
    .where("code_hash", "=", hashToken(readWrittenCode(typed)))
    .where("account_id", "=", accountId)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

async function audit(trx: Kysely<DB>, session: Session, action: string): Promise<void> {
  await recordAudit(trx, {
    actorId: session.accountId,
    actorKind: session.staff ? "staff" : "applicant",
    action,
    subjectKind: "account",
    subjectId: session.accountId,
  });
}
