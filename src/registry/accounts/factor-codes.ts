import { createHmac, randomInt } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { renewWithFactor, type Session } from "../sessions/session.ts";
import { findChannel, sendCode } from "./code-channels.ts";
import { hasSecondFactor, readFactors, type CodeKind } from "./factors.query.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/** How long a code lives (ASVS V6.5.5), and how many wrong ones end it. */
const LIVES = "10 minutes";
const MOST_TRIES = 5;

/** For what a code is good: to sign in, or to turn this way of signing in on. */
export type CodePurpose = "login" | "add";

/**
 * Sends a new code to the account's address or telephone; it takes the place of an earlier one, and is good once, in
 * this session only. False where the account has no such channel, or for a login has not turned it on. Refuses (429)
 * too many.
 */
export async function requestCode(
  services: AccountServices,
  session: Session,
  asked: { readonly kind: CodeKind; readonly purpose: CodePurpose },
): Promise<boolean> {
  const { accountId, tokenHash } = session;
  const { kind, purpose } = asked;
  if (session.staff) return false;
  if (purpose === "login" && !(await readFactors(services.db, accountId)).codes.includes(kind)) return false;
  const to = await findChannel(services, accountId, kind);
  if (to === undefined) return false;
  await services.limits.spend(rules.factorCodes, accountId);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const fresh = {
    kind,
    purpose,
    code_hmac: hmacOf(services.keyring, session, { purpose, code }),
    tries: 0,
    expires_at: sql<Date>`app_now() + ${LIVES}::interval`,
  };
  await services.db.transaction().execute(async (trx) => {
    await trx
      .insertInto("factor_codes")
      .values({ session_hash: tokenHash, ...fresh })
      .onConflict((conflict) => conflict.column("session_hash").doUpdateSet(fresh))
      .execute();
    await sendCode(trx, services.keyring, { accountId, kind, to, code });
  });
  return true;
}

/** Which code this session was sent and may still type in, for what. */
export async function findSentCode(
  db: Kysely<DB>,
  session: Session,
): Promise<{ readonly kind: CodeKind; readonly purpose: CodePurpose } | undefined> {
  const row = await db
    .selectFrom("factor_codes")
    .select(["kind", "purpose"])
    .where("session_hash", "=", session.tokenHash)
    .where("expires_at", ">", sql<Date>`app_now()`)
    .where("tries", "<", MOST_TRIES)
    .executeTakeFirst();
  return row && { kind: row.kind === "sms" ? "sms" : "email", purpose: row.purpose === "add" ? "add" : "login" };
}

/** Takes a code that was sent as the second factor. Gives the new session's token, or undefined for one that is not right any more. */
export async function giveSentCode(
  services: AccountServices,
  session: Session,
  code: string,
): Promise<string | undefined> {
  await services.limits.guess(rules.factor, session.accountId);
  return services.db.transaction().execute(async (trx) => {
    const kind = await spendCode(trx, services.keyring, session, { purpose: "login", code });
    // It may have been turned off meanwhile.
    if (kind === undefined || !(await readFactors(trx, session.accountId)).codes.includes(kind)) return undefined;
    await services.limits.forget(rules.factor, session.accountId);
    await audit(trx, session, "account.give_factor", kind);
    return renewWithFactor(trx, session);
  });
}

/** Turns a way of sending codes on, by the first code that came that way. Gives the new session's token, or undefined. */
export async function addCodeFactor(
  services: AccountServices,
  session: Session,
  code: string,
): Promise<string | undefined> {
  const { accountId } = session;
  await services.limits.guess(rules.factor, accountId);
  return services.db.transaction().execute(async (trx) => {
    const kind = await spendCode(trx, services.keyring, session, { purpose: "add", code });
    if (kind === undefined) return undefined;
    await services.limits.forget(rules.factor, accountId);
    await trx
      .insertInto("code_factors")
      .values({ account_id: accountId, kind })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await audit(trx, session, "account.set_up_factor", kind);
    await notify(trx, services.keyring, { accountId, kind: "factor_added", data: {} });
    return renewWithFactor(trx, session);
  });
}

/** Turns it off, and ends the recovery codes when they stand in for nothing any more. The owner is told by letter. */
export async function removeCodeFactor(services: AccountServices, session: Session, kind: CodeKind): Promise<void> {
  const { accountId } = session;
  await services.db.transaction().execute(async (trx) => {
    const removed = await trx
      .deleteFrom("code_factors")
      .where("account_id", "=", accountId)
      .where("kind", "=", kind)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) return;
    if (!(await hasSecondFactor(trx, accountId))) {
      await trx.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
    }
    await audit(trx, session, "account.remove_factor", kind);
    await notify(trx, services.keyring, { accountId, kind: "factor_removed", data: {} });
  });
}

/** One statement decides, so of two posts of the same code only one is right; a wrong one counts against the code. */
async function spendCode(
  trx: Kysely<DB>,
  keyring: Keyring,
  session: Session,
  given: { readonly purpose: CodePurpose; readonly code: string },
): Promise<CodeKind | undefined> {
  const spent = await trx
    .deleteFrom("factor_codes")
    .where("session_hash", "=", session.tokenHash)
    .where("code_hmac", "=", hmacOf(keyring, session, given))
    .where("expires_at", ">", sql<Date>`app_now()`)
    .where("tries", "<", MOST_TRIES)
    .returning("kind")
    .executeTakeFirst();
  if (spent) return spent.kind === "sms" ? "sms" : "email";
  await trx
    .updateTable("factor_codes")
    .set((build) => ({ tries: build("tries", "+", 1) }))
    .where("session_hash", "=", session.tokenHash)
    .execute();
  return undefined;
}

function hmacOf(
  keyring: Keyring,
  session: Session,
  { purpose, code }: { readonly purpose: CodePurpose; readonly code: string },
): Buffer {
  return createHmac("sha256", keyring.signing)
    .update(`factor code|${session.tokenHash.toString("base64url")}|${purpose}|${code}`)
    .digest();
}

async function audit(trx: Kysely<DB>, session: Session, action: string, kind: CodeKind): Promise<void> {
  await recordAudit(trx, {
    actorId: session.accountId,
    actorKind: session.staff ? "staff" : "applicant",
    action,
    subjectKind: "account",
    subjectId: session.accountId,
    data: { by: kind },
  });
}
