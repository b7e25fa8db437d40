import { hashToken } from "../../platform/http/tokens.ts";
import { notify } from "../notices/notify.ts";
import { passQuestion, type Given } from "../questions/pass.ts";
import { forgetGuesses, takeNewPassword } from "../recovery/take-new-password.ts";
import { loginIndex, type LoginName } from "../identifiers/login-name.ts";
import { findAccount } from "./account.query.ts";
import { becomeActive } from "./activate.ts";
import { atLeast } from "./even-time.ts";
import { guessedName, spendQuietly } from "./guessed-names.ts";
import { findLink, issueLink, spendLink } from "./link-tokens.ts";
import { rules } from "./rules.ts";
import { wasUsed } from "./former-passwords.ts";
import type { AccountServices } from "./services.ts";

/** Longer than the work for a known address takes, on a busy machine too: it writes more than that for an unknown one. */
const EVEN_MS = 300;

/**
 * Sends a reset letter to the address of the account that is known by the name; the answer and its time are the same when
 * it is nobody's. Refuses (429) too many by one name; what is too much for the account by names other than its
 * address is answered alike, and nothing goes out. Whoever writes the address is not held up by those: a NIK is no secret,
 * and its owner would wait for a letter that a stranger has used up.
 */
export async function askReset(
  services: AccountServices,
  asked: { readonly name: LoginName; readonly network: string },
): Promise<void> {
  const { name, network } = asked;
  const named = guessedName(loginIndex(services.keyring, name));
  await services.limits.spend(rules.letterNetwork, network);
  await services.limits.spend(rules.letters, name.kind === "email" ? name.value.toLowerCase() : named);
  await atLeast(EVEN_MS, async () => {
    const account = await findAccount(services.db, services.keyring, name);
    const sends =
      name.kind === "email" || (await spendQuietly(services.limits, rules.letters, `reset ${account?.id ?? named}`));
    if (!account || account.status === "closed" || !sends) return;
    await services.db.transaction().execute(async (trx) => {
      const token = await issueLink(trx, account.id, "reset");
      await notify(trx, services.keyring, { accountId: account.id, kind: "reset", data: { token } });
    });
  });
}

/**
 * Sets a new password by a reset link, as `take-new-password.ts` says. Whoever answers the letter has proved the
 * address, so a pending account becomes active. "dead" when the link is used up, expired or unknown; "used" leaves the
 * link for another try; "wrong" and "ended" as `pass.ts` says.
 */
export async function resetPassword(
  services: AccountServices,
  reset: {
    readonly token: string;
    readonly password: string;
    readonly network: string;
    readonly answer?: Given | undefined;
  },
): Promise<"done" | "dead" | "used" | "wrong" | "ended"> {
  const link = await findLink(services.db, "reset", reset.token);
  if (link?.state !== "valid") return "dead";
  const { token, network, answer: given } = reset;
  const passed = await passQuestion(services, { accountId: link.accountId, by: hashToken(token), network, given });
  if (passed !== "right") return passed;
  if (await wasUsed(services, link.accountId, reset.password)) return "used";
  const hash = await services.passwords.hash(reset.password);
  const accountId = await services.db.transaction().execute(async (trx) => {
    const owner = await spendLink(trx, "reset", reset.token);
    if (owner === undefined) return undefined;
    await becomeActive(trx, owner);
    await takeNewPassword(trx, services.keyring, {
      accountId: owner,
      hash,
      by: ["link"],
      fresh: link.accountStatus === "pending",
    });
    return owner;
  });
  if (accountId === undefined) return "dead";
  await forgetGuesses(services, accountId, { network, by: "link" });
  return "done";
}
