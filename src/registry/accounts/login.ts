import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { Refusal } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { endSession, startSession } from "../sessions/session.ts";
import { sealVisitor, type Visitor } from "../sessions/visitor.ts";
import { findAccountByEmail, type FoundAccount } from "./account.query.ts";
import { findDevice } from "./devices.ts";
import { accountKey } from "./keys.ts";
import { allowLetter } from "./letter-limits.ts";
import { sendActivation } from "./register.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

export interface LoginTry {
  readonly email: string;
  readonly password: string;
  readonly network: string;
  /** Cookie of `devices.ts`, if the browser has one. */
  readonly device: string | undefined;
  /** From where, for the owner's list of logins. */
  readonly visitor: Visitor;
  /** The session that the browser has now; it ends with a right password. */
  readonly session: Buffer | undefined;
}

/** `wrong` is one answer for a wrong password, an unknown address and a closed account. */
export type LoginOutcome =
  | { readonly outcome: "wrong" }
  | { readonly outcome: "pending" }
  | { readonly outcome: "in"; readonly token: string; readonly accountId: string; readonly staff: boolean };

/**
 * Checks a password and begins a session with a new token. Limits come before the hash, and are
 * counted by what was typed, so that known and unknown addresses answer alike in bytes and in time.
 * A pending account with the right password gets a new activation letter instead.
 */
export async function login(services: AccountServices, attempt: LoginTry): Promise<LoginOutcome> {
  const counted = await countTry(services, attempt);
  const account = await findAccountByEmail(services.db, services.keyring, attempt.email);
  const right = await matches(services, account, attempt.password, counted);
  if (!account || !right || account.status === "closed") return { outcome: "wrong" };
  const failed = await counted.succeed();
  if (account.status === "pending") {
    await allowLetter(services, attempt);
    await services.db.transaction().execute((trx) => sendActivation(trx, services, account.id));
    return { outcome: "pending" };
  }
  const token = await services.db
    .transaction()
    .execute((trx) => begin(trx, services.keyring, account, attempt, failed));
  return { outcome: "in", token, accountId: account.id, staff: account.staff };
}

async function begin(
  trx: Kysely<DB>,
  keyring: Keyring,
  account: FoundAccount,
  attempt: LoginTry,
  failed: number,
): Promise<string> {
  if (attempt.session) await endSession(trx, attempt.session);
  await recordAudit(trx, {
    actorId: account.id,
    actorKind: account.staff ? "staff" : "applicant",
    action: "account.login",
    subjectKind: "account",
    subjectId: account.id,
    data: { failedBefore: failed },
  });
  const known = findDevice(keyring, attempt.email, attempt.device) !== undefined;
  if (!known) await tellOfNewDevice(trx, keyring, account.id, attempt.visitor);
  return startSession(trx, {
    accountId: account.id,
    kind: account.staff ? "staff" : "applicant",
    factor: false,
    visitor: sealVisitor(await accountKey(trx, keyring, account.id), account.id, attempt.visitor),
    failedBefore: failed,
  });
}

/** The first login of all comes from a new device too, but tells its owner nothing. */
async function tellOfNewDevice(trx: Kysely<DB>, keyring: Keyring, accountId: string, visitor: Visitor): Promise<void> {
  const earlier = await trx
    .selectFrom("sessions")
    .select(sql<Date>`app_now()`.as("now"))
    .where("account_id", "=", accountId)
    .limit(1)
    .executeTakeFirst();
  if (!earlier) return;
  const { agent, address } = visitor;
  await notify(trx, keyring, {
    accountId,
    kind: "new_device",
    data: { agent, address, at: earlier.now.toISOString() },
  });
}

async function matches(
  services: AccountServices,
  account: FoundAccount | undefined,
  password: string,
  counted: CountedTry,
): Promise<boolean> {
  try {
    return await services.passwords.matches(account?.passwordHash, password);
  } catch (error) {
    // Nothing was compared, so nothing was guessed: a crowd must not lock people out.
    if (error instanceof Refusal) await counted.undo();
    throw error;
  }
}

interface CountedTry {
  /** Begins all counts anew and says how many tries had failed before. */
  succeed(): Promise<number>;
  undo(): Promise<void>;
}

async function countTry(services: AccountServices, attempt: LoginTry): Promise<CountedTry> {
  const { limits, keyring } = services;
  const email = attempt.email.toLowerCase();
  const device = findDevice(keyring, email, attempt.device);
  const rule = device === undefined ? rules.login : rules.loginKnownDevice;
  const subject = `${email}|${device ?? attempt.network}`;
  await limits.guess(rule, subject);
  if (device === undefined) {
    await limits.spend(rules.loginAccount, email);
    await limits.spend(rules.loginNetwork, attempt.network);
  }
  const giveBack = async () => {
    if (device === undefined) await limits.giveBack(rules.loginNetwork, attempt.network);
  };
  return {
    async succeed() {
      const failed = (await limits.countOf(rule, subject)) - 1;
      await limits.forget(rule, subject);
      if (device === undefined) await limits.forget(rules.loginAccount, email);
      await giveBack();
      return failed;
    },
    async undo() {
      await limits.giveBack(rule, subject);
      if (device === undefined) await limits.giveBack(rules.loginAccount, email);
      await giveBack();
    },
  };
}
