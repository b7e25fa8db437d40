import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { findChannel } from "../accounts/code-channels.ts";
import { replacePassword } from "../accounts/former-passwords.ts";
import { guessesAt, recoveryGuessesAt } from "../accounts/guessed-names.ts";
import { endLinks } from "../accounts/link-tokens.ts";
import { rules } from "../accounts/rules.ts";
import type { AccountServices } from "../accounts/services.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { sendText } from "../notices/send-text.ts";
import { noteAnswered } from "../questions/questions.query.ts";
import { endSessions } from "../sessions/session.ts";
import { beginCooling } from "./cooling.ts";
import { endRecoveries, type Proof } from "./recovery.query.ts";

interface NewPassword {
  readonly accountId: string;
  /** As `Passwords.hash` makes it. */
  readonly hash: string;
  /** By what the owner was proved. */
  readonly by: readonly (Proof | "link")[];
  /** Whether nobody was ever in the account: then there is nothing to guard. */
  readonly fresh: boolean;
}

/**
 * Gives a recovered account its new password: every session, link and other recovery ends, the time begins in which the
 * account stays as it is, and the owner is told at the address and at the telephone at once.
 */
export async function takeNewPassword(trx: Kysely<DB>, keyring: Keyring, given: NewPassword): Promise<void> {
  const { accountId } = given;
  await replacePassword(trx, accountId, given.hash);
  await endLinks(trx, accountId, "reset");
  await endLinks(trx, accountId, "activate");
  await endSessions(trx, accountId);
  await noteAnswered(trx, accountId);
  await endRecoveries(trx, accountId);
  if (given.fresh) await notify(trx, keyring, { accountId, kind: "password_changed", data: {} });
  else await tell(trx, keyring, accountId, await beginCooling(trx, accountId));
  await recordAudit(trx, {
    actorId: accountId,
    actorKind: "applicant",
    action: "account.reset_password",
    subjectKind: "account",
    subjectId: accountId,
    data: { by: given.by },
  });
}

/**
 * The owner has proved to be the owner: what others guessed wrong counts no more. A link in a letter alone leaves the
 * wrong codes counted: a mailbox that is not its owner's any more would bring new guesses at the other proof with each.
 */
export async function forgetGuesses(
  { db, limits }: Pick<AccountServices, "db" | "limits">,
  accountId: string,
  { network, by }: { readonly network: string; readonly by: "link" | "codes" },
): Promise<void> {
  const codes = by === "codes" ? await recoveryGuessesAt(db, accountId) : [];
  const passwords = await guessesAt(db, accountId, network);
  await limits.forgetAll([...passwords, ...codes, [rules.login, `${accountId}|${network}`]]);
}

async function tell(trx: Kysely<DB>, keyring: Keyring, accountId: string, until: Date): Promise<void> {
  await notify(trx, keyring, { accountId, kind: "recovered", data: { until: until.toISOString() } });
  const to = await findChannel({ db: trx, keyring }, accountId, "sms");
  if (to !== undefined) await sendText(trx, keyring, { accountId, kind: "recovered", to, data: {} });
}
