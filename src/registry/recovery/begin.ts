import { sql } from "kysely";
import { hashToken, newToken } from "../../platform/http/tokens.ts";
import { loginIndex, type LoginName } from "../identifiers/login-name.ts";
import { findAccount } from "../accounts/account.query.ts";
import { atLeast } from "../accounts/even-time.ts";
import { guessedName, spendQuietly } from "../accounts/guessed-names.ts";
import { rules } from "../accounts/rules.ts";
import type { AccountServices } from "../accounts/services.ts";
import { EVEN_MS, keepCode } from "./send-code.ts";
import type { FirstProof } from "./recovery.query.ts";

/** Time for two letters or messages and a new password. */
const LIVES = "30 minutes";

/**
 * Begins a recovery and gives its token, for the cookie of this browser; a code goes out where that was chosen and the
 * account has such a way. Answer, rows and time are the same for a name that nobody has. Refuses (429) too many, counted
 * by the name and by network; what is too much for the account by all of its names is answered alike, and nothing goes out.
 */
export async function beginRecovery(
  services: AccountServices,
  asked: { readonly name: LoginName; readonly way: FirstProof; readonly network: string },
): Promise<string> {
  const { db, keyring, limits } = services;
  const { name, way, network } = asked;
  await limits.spend(rules.letterNetwork, network);
  return atLeast(EVEN_MS, async () => {
    const found = await findAccount(db, keyring, name);
    const countedAs = guessedName(loginIndex(keyring, name));
    const account = found?.status === "active" ? found : undefined;
    await limits.spend(rules.recoveries, countedAs);
    const sends = await spendQuietly(limits, rules.recoveries, account?.id ?? `nobody ${countedAs}`);
    const token = newToken();
    const tokenHash = hashToken(token);
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto("recoveries")
        .values({
          token_hash: tokenHash,
          account_id: account?.id ?? null,
          counted_as: countedAs,
          way,
          expires_at: sql<Date>`app_now() + ${LIVES}::interval`,
        })
        .execute();
      if (way !== "recovery_code")
        await keepCode(trx, services, { tokenHash, accountId: sends ? account?.id : undefined, way });
    });
    return token;
  });
}
