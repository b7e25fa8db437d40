import type { GuessRule, Rule } from "../../platform/limits.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const waits = [30, 60, 120, 240, 480, 900] as const;

/**
 * How often what may be tried (security.md 2.3). Whole villages and schools share one network
 * address, so a network's measures are wide; what protects one account is counted per account.
 */
export const rules = {
  /** Wrong passwords for one name from one network, by browsers that never logged in to the account. */
  login: { name: "login", free: 5, waits, seconds: DAY },
  /**
   * The same for one account by all of its names, of which nobody hears: within a wait nothing is compared. Its waits are
   * half as long, so that whoever keeps to one name never meets them.
   */
  loginTogether: { name: "login-together", free: 5, waits: waits.map((wait) => wait / 2), seconds: DAY },
  /** The same for a browser that has logged in to the account before: strangers cannot use up its tries. */
  loginKnownDevice: { name: "login-device", free: 10, waits, seconds: DAY },
  /**
   * Wrong passwords in a row for one name from all unknown browsers together. Beyond it the password works on known
   * browsers only, and it is said; a right one, or a reset letter, begins anew.
   */
  loginName: { name: "login-name", most: 100, seconds: YEAR },
  /** The same for one account by all of its names (NIST SP 800-63B-4, 3.2.2). Beyond it nothing is compared, and nobody hears of it. */
  loginAccount: { name: "login-account", most: 100, seconds: YEAR },
  /** Wrong passwords from one network for any accounts. */
  loginNetwork: { name: "login-network", most: 200, seconds: HOUR / 4 },
  /** Questions to a device from one network; each costs a row for five minutes. */
  passkeyNetwork: { name: "passkey-network", most: 300, seconds: HOUR / 4 },
  /** Wrong codes of the authenticator. */
  factor: { name: "factor", free: 5, waits, seconds: DAY },
  /** Codes sent to one account, as its second factor. */
  factorCodes: { name: "factor-codes", most: 6, seconds: HOUR },
  /** Codes by which one account proves an address or a telephone. */
  reachProofs: { name: "reach-proofs", most: 6, seconds: HOUR },
  /** Codes sent to one address or telephone to be proved, by whatever accounts: it may be a stranger's. */
  reachCodes: { name: "reach-codes", most: 6, seconds: DAY },
  /** Wrong present passwords when changing it: somebody at a browser left open. */
  passwordChange: { name: "password", free: 5, waits, seconds: DAY },
  /** Letters that anybody can cause to be sent to one address. */
  letters: { name: "letters", most: 5, seconds: HOUR },
  /** Codes sent to recover by one name, and quietly to one account. */
  recoveries: { name: "recoveries", most: 8, seconds: HOUR },
  /** Wrong codes on the way to a new password by one name, and quietly for one account, from all networks together until one is set by codes; the link in a letter still works. */
  recoveryGuesses: { name: "recovery-guesses", most: 50, seconds: DAY },
  /** Wrong answers to a security question with one link or one recovery. */
  answersOfLink: { name: "answers-link", most: 3, seconds: HOUR },
  /** The same for one account, with whatever links. */
  answersOfDay: { name: "answers-day", most: 5, seconds: DAY },
  /** Registrations and forgotten passwords from one network; each costs a hash or a letter. */
  letterNetwork: { name: "letter-network", most: 300, seconds: HOUR },
  /** An answered question is good for one registration. */
  question: { name: "question", most: 1, seconds: HOUR },
} as const satisfies Record<string, Rule | GuessRule>;

/** So many wrong passwords in a row from unknown browsers, and each further try must answer a question for humans. */
export const ASK_HUMAN_AFTER = 20;
