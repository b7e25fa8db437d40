import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { takeAuthenticatorCode } from "../accounts/authenticator.ts";
import { takeRecoveryCode } from "../accounts/recovery-codes.ts";
import { spendQuietly } from "../accounts/guessed-names.ts";
import { rules } from "../accounts/rules.ts";
import type { AccountServices } from "../accounts/services.ts";
import { recordAudit } from "../audit/record.ts";
import type { Proof, Recovery } from "./recovery.query.ts";
import { codeHmac } from "./send-code.ts";

const MOST_TRIES = 5;
/** An id that no account has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Takes a code on the way to a new password; false for one that is not right or not any more. Wrong ones count with the
 * wrong passwords of this network for the name, and by a measure of their own for all networks together (429).
 */
export async function proveRecovery(
  services: AccountServices,
  recovery: Recovery,
  given: { readonly proof: Proof; readonly typed: string; readonly network: string },
): Promise<boolean> {
  const { limits } = services;
  const { countedAs } = recovery;
  const fromHere = `${countedAs}|${given.network}`;
  await limits.guess(rules.login, fromHere);
  await limits.spend(rules.recoveryGuesses, countedAs);
  const account = recovery.accountId ?? `nobody ${countedAs}`;
  const open = await spendQuietly(limits, rules.recoveryGuesses, account);
  // The authenticator comes after something was proved, or anybody could guess at it.
  if (given.proof === "authenticator" && recovery.proved.length === 0) return false;
  // Guessed at by its names together more often than one name may be: nothing is right any more, and nobody is told.
  const judged = open ? recovery : { ...recovery, accountId: undefined };
  const right = await services.db.transaction().execute(async (trx) => {
    const taken = await take(trx, services.keyring, judged, given);
    if (taken) await note(trx, recovery, given.proof);
    return taken;
  });
  if (!right) return false;
  await limits.forget(rules.login, fromHere);
  // Only this one was no guess. Whoever has a stolen telephone is right as often as a code is sent to it, and would guess
  // at the other proof in between without end; the count begins anew with the new password.
  await limits.giveBack(rules.recoveryGuesses, countedAs);
  await limits.giveBack(rules.recoveryGuesses, account);
  return true;
}

async function take(
  trx: Kysely<DB>,
  keyring: Keyring,
  recovery: Recovery,
  { proof, typed }: { readonly proof: Proof; readonly typed: string },
): Promise<boolean> {
  const { tokenHash, accountId } = recovery;
  if (proof === "authenticator") {
    return accountId !== undefined && (await takeAuthenticatorCode(trx, keyring, accountId, typed));
  }
  // A name that nobody has costs the same statement.
  if (proof === "recovery_code") return takeRecoveryCode(trx, accountId ?? NOBODY, typed);
  // One statement decides, so that of two posts of one code only one is right.
  const spent = await trx
    .updateTable("recoveries")
    .set({ code_hmac: null })
    .where("token_hash", "=", tokenHash)
    .where("account_id", "=", accountId ?? NOBODY)
    .where("code_hmac", "=", codeHmac(keyring, tokenHash, { way: proof, code: typed }))
    .where("code_expires_at", ">", sql<Date>`app_now()`)
    .where("tries", "<", MOST_TRIES)
    .executeTakeFirst();
  if (spent.numUpdatedRows > 0n) return true;
  await trx
    .updateTable("recoveries")
    .set((build) => ({ tries: build("tries", "+", 1) }))
    .where("token_hash", "=", tokenHash)
    .execute();
  return false;
}

async function note(trx: Kysely<DB>, { tokenHash, accountId }: Recovery, proof: Proof): Promise<void> {
  await trx
    .updateTable("recoveries")
    .set({ proved: sql<string[]>`array_append(array_remove(proved, ${proof}), ${proof})` })
    .where("token_hash", "=", tokenHash)
    .execute();
  await recordAudit(trx, {
    actorId: accountId ?? null,
    actorKind: "applicant",
    action: "account.prove_recovery",
    subjectKind: "account",
    subjectId: accountId ?? null,
    data: { by: proof },
  });
}
