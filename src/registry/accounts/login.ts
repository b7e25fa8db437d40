import type { Counted } from "../../platform/limits.ts";
import { Refusal } from "../../platform/refusals.ts";
import type { LoginName } from "../identifiers/login-name.ts";
import type { BegunSession } from "../sessions/session.ts";
import type { Visitor } from "../sessions/visitor.ts";
import { getProfile, type FoundAccount } from "./account.query.ts";
import { beginSession } from "./begin-session.ts";
import type { MarkOwner } from "./devices.ts";
import { findToLogIn, type CountedDevice } from "./find-to-log-in.ts";
import { guessesAt, guessQuietly, spendQuietly } from "./guessed-names.ts";
import { allowLetter } from "./letter-limits.ts";
import { sendActivation } from "./register.ts";
import { ASK_HUMAN_AFTER, rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

export interface LoginTry {
  readonly name: LoginName;
  readonly password: string;
  readonly network: string;
  /** Cookie of `devices.ts`, if the browser has one. */
  readonly device: string | undefined;
  /** Cookie of `remembered-devices.ts`, if the browser has one. */
  readonly remembered: string | undefined;
  /** From where, for the owner's list of logins. */
  readonly visitor: Visitor;
  /** The session that the browser has now; it ends with a right password. */
  readonly session: Buffer | undefined;
  /** Whether the form answered a question for humans; called only where one is asked, because it uses the answer up. */
  readonly human: () => Promise<boolean>;
}

/**
 * `wrong` is one answer for a wrong password, an unknown address and a closed account. `human` is
 * asked for before anything is counted or compared.
 */
export type LoginOutcome =
  | { readonly outcome: "wrong"; readonly askHuman: boolean }
  | { readonly outcome: "human" }
  | { readonly outcome: "pending"; readonly email: string }
  | ({ readonly outcome: "in"; readonly staff: boolean } & MarkOwner & BegunSession);

/**
 * Checks a password and begins a session with a new token. Limits come before the hash. Those that show are counted by the
 * name, known or not; behind them the account has one count for all of its names, of which nobody hears. Known and unknown
 * names take the same statements, so that they answer alike in bytes and in time. A pending account with the right password
 * gets a new activation letter instead.
 */
export async function login(services: AccountServices, attempt: LoginTry): Promise<LoginOutcome> {
  // A crowd that must come back costs the database nothing.
  services.passwords.refuseIfBusy();
  const { account, device, name } = await findToLogIn(services, attempt);
  const before = device ? 0 : await services.limits.countOf(rules.loginName, name);
  if (before >= rules.loginName.most) throw passwordStopped();
  if (before >= ASK_HUMAN_AFTER && !(await attempt.human())) return { outcome: "human" };
  const counted = await (device
    ? countedOnDevice(services, device)
    : countTry(services, { name, accountId: account?.id, network: attempt.network }));
  const right = await matches(services, counted.open ? account : undefined, attempt.password, counted);
  if (!account || !right || account.status === "closed") {
    return { outcome: "wrong", askHuman: !device && before + 1 >= ASK_HUMAN_AFTER };
  }
  if (account.status === "pending") {
    await Promise.all([services.limits.forgetAll(counted.counts), counted.giveBack()]);
    const { email } = await getProfile(services.db, services.keyring, account.id);
    await allowLetter(services, { email, network: attempt.network });
    await services.db.transaction().execute((trx) => sendActivation(trx, services, account.id));
    return { outcome: "pending", email };
  }
  const { failed } = counted;
  const knownDevice = device !== undefined;
  const others = knownDevice ? [] : await guessesAt(services.db, account.id, attempt.network);
  const counts = [...counted.counts, ...others];
  const forgets = counts.flatMap((count) => services.limits.keysOf(...count));
  const begin = (db: AccountServices["db"]) =>
    beginSession(db, services.keyring, account, { ...attempt, knownDevice, by: "password", failed, forgets });
  // Side by side: neither needs the other, and the person waits for both.
  const [session] = await Promise.all([
    knownDevice ? begin(services.db) : services.db.transaction().execute(begin),
    counted.giveBack(),
  ]);
  return { outcome: "in", ...session, accountId: account.id, epoch: account.epoch, staff: account.staff };
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

/** Strangers guessed too often: the password opens nothing on a browser that never logged in. */
function passwordStopped(): Refusal {
  return new Refusal(429, "password_stopped");
}

interface CountedTry {
  /** How many tries had failed before this one. */
  readonly failed: number;
  /** Whether the password may be compared at all. */
  readonly open: boolean;
  /** What begins anew when the password is right. */
  readonly counts: readonly Counted[];
  /** Gives back what counts the wrong ones of many people. */
  giveBack(): Promise<void>;
  undo(): Promise<void>;
}

async function countedOnDevice({ limits }: AccountServices, device: CountedDevice): Promise<CountedTry> {
  const { subject, tries } = device;
  const rule = rules.loginKnownDevice;
  return {
    failed: (await limits.passGuess(rule, subject, tries)) - 1,
    open: true,
    counts: [[rule, subject]],
    giveBack: () => Promise.resolve(),
    undo: () => limits.giveBack(rule, subject),
  };
}

async function countTry(
  { limits }: AccountServices,
  attempt: { readonly name: string; readonly accountId: string | undefined; readonly network: string },
): Promise<CountedTry> {
  const { name, network } = attempt;
  const subject = `${name}|${network}`;
  const account = attempt.accountId ?? name;
  const together = `${account}|${network}`;
  const tries = await limits.guess(rules.login, subject);
  await limits.spend(rules.loginName, name).catch((error: unknown) => {
    throw error instanceof Refusal ? passwordStopped() : error;
  });
  // Side by side, so that a wait that nobody hears of is not seen by the clock either.
  const [inTime, below] = await Promise.all([
    guessQuietly(limits, rules.loginTogether, together),
    spendQuietly(limits, rules.loginAccount, account).then(async (open) => {
      await limits.spend(rules.loginNetwork, network);
      return open;
    }),
  ]);
  const giveBack = () => limits.giveBack(rules.loginNetwork, network);
  return {
    failed: tries - 1,
    open: inTime && below,
    counts: [
      [rules.login, subject],
      [rules.loginTogether, together],
      [rules.loginName, name],
      [rules.loginAccount, account],
    ],
    giveBack,
    async undo() {
      await limits.giveBack(rules.login, subject);
      if (inTime) await limits.giveBack(rules.loginTogether, together);
      await limits.giveBack(rules.loginName, name);
      await limits.giveBack(rules.loginAccount, account);
      await giveBack();
    },
  };
}
