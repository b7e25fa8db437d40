import { wasUsed } from "../accounts/former-passwords.ts";
import type { AccountServices } from "../accounts/services.ts";
import { passQuestion, type Given } from "../questions/pass.ts";
import { hasProvedEnough } from "./enough.ts";
import { beginRemoval, canLoseFactor } from "./lost-factor.ts";
import type { Recovery } from "./recovery.query.ts";
import { forgetGuesses, takeNewPassword } from "./take-new-password.ts";

/**
 * Sets the new password once enough is proved. "dead" when another post was faster or too little is proved, "used" for a
 * former password, which leaves the recovery for another try; "wrong" and "ended" as `pass.ts` says. A second factor is asked for at the login as ever.
 */
export async function finishRecovery(
  services: AccountServices,
  recovery: Recovery,
  given: {
    readonly password: string;
    readonly network: string;
    readonly answer?: Given | undefined;
    /** Whether the owner says that the second factor is lost; heard only where `mayLoseFactor`. */
    readonly lostFactor?: boolean;
  },
): Promise<"done" | "dead" | "used" | "wrong" | "ended"> {
  const { accountId, tokenHash, proved } = recovery;
  if (accountId === undefined || !(await hasProvedEnough(services.db, recovery))) return "dead";
  const { network, answer } = given;
  const passed = await passQuestion(services, { accountId, by: tokenHash, network, given: answer });
  if (passed !== "right") return passed;
  if (await wasUsed(services, accountId, given.password)) return "used";
  const hash = await services.passwords.hash(given.password);
  const done = await services.db.transaction().execute(async (trx) => {
    // One statement decides, so that of two posts at once only one sets a password.
    const ended = await trx.deleteFrom("recoveries").where("token_hash", "=", tokenHash).executeTakeFirst();
    if (ended.numDeletedRows === 0n) return false;
    await takeNewPassword(trx, services.keyring, { accountId, hash, by: proved, fresh: false });
    if (given.lostFactor === true && hasTwoProofs(recovery)) await beginRemoval(trx, services.keyring, { accountId });
    return true;
  });
  if (!done) return "dead";
  await forgetGuesses(services, accountId, { network, by: "codes" });
  return "done";
}

/** Whether this recovery may end with a removal of lost factors: two proofs, and the factor itself is none of them. */
export async function mayLoseFactor(services: Pick<AccountServices, "db">, recovery: Recovery): Promise<boolean> {
  return (
    recovery.accountId !== undefined && hasTwoProofs(recovery) && (await canLoseFactor(services.db, recovery.accountId))
  );
}

function hasTwoProofs({ proved }: Recovery): boolean {
  return proved.length > 1 && !proved.includes("authenticator");
}
