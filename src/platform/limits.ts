import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import type postgres from "postgres";
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible";
import { preparedKey } from "./http/tokens.ts";
import type { Keyring } from "./keys/keyring.ts";
import { tooMany } from "./refusals.ts";

/** Counters of tries. Subjects (addresses, e-mails) are hashed before they become keys. */
export interface Limits {
  /** Counts one try and refuses (429) beyond `most` within the time. */
  spend(rule: Rule, subject: string): Promise<void>;
  /** Gives back a try that turned out to be nobody's guess. */
  giveBack(rule: GuessRule | Rule, subject: string): Promise<void>;
  /**
   * Counts one guess and says how many are counted with it. After the free ones each needs a wait that grows; a guess
   * within a wait is refused (429) and not counted. Call it before any costly work: of many guesses at once only one
   * passes.
   */
  guess(rule: GuessRule, subject: string): Promise<number>;
  /** The second half of `guess`, for a guess that the database has counted already: so many are counted with it. */
  passGuess(rule: GuessRule, subject: string, tries: number): Promise<number>;
  /** The guess was right, or the owner proved to be the owner otherwise: begin anew. */
  forget(rule: GuessRule | Rule, subject: string): Promise<void>;
  /** Forgets several at once, in one statement. */
  forgetAll(all: readonly Counted[]): Promise<void>;
  /**
   * The keys of the rows in `rate_limits` that forgetting deletes, for a statement that counts (the row of the first) or
   * forgets together with something else.
   */
  keysOf(...counted: Counted): string[];
  /** How many guesses or tries are counted now. */
  countOf(rule: GuessRule | Rule, subject: string): Promise<number>;
}

export interface Rule {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

export interface GuessRule {
  readonly name: string;
  /** Guesses without any wait. */
  readonly free: number;
  /** Waits in seconds after the free ones, the last one for all further. */
  readonly waits: readonly number[];
  /** The count begins anew after so long. */
  readonly seconds: number;
}

/** What is counted, and by which rule. */
export type Counted = readonly [rule: GuessRule | Rule, subject: string];

/** Where the store fails, every process counts for itself and more strictly; the door neither opens nor shuts. */
const STRICTER = 4;
const DAY = 86_400;

/** Limits on the table `rate_limits`, shared by all processes. */
export function limitsOn(sql: postgres.Sql, keyring: Keyring): Limits {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiter = (name: string, most: number, seconds: number): RateLimiterAbstract => {
    let known = limiters.get(name);
    if (!known) {
      // One of them clears what has expired, for all.
      known = counter(sql, { name, most, seconds, clear: limiters.size === 0 });
      limiters.set(name, known);
    }
    return known;
  };
  const keyOf = (subject: string) => {
    const hmac = createHmac("sha256", preparedKey(keyring.signing)).update(`limit|${subject}`);
    return hmac.digest().subarray(0, 16).toString("base64url");
  };
  const counted = (rule: GuessRule | Rule) => limiter(rule.name, "free" in rule ? rule.free : rule.most, rule.seconds);
  const gate = (rule: GuessRule) => limiter(`${rule.name}-wait`, 1, DAY);

  const keysOf = (...[rule, subject]: Counted): string[] => {
    const key = keyOf(subject);
    return [counted(rule).getKey(key), ...("free" in rule ? [gate(rule).getKey(key)] : [])];
  };

  async function forgetAll(all: readonly Counted[]): Promise<void> {
    // The limiter deletes one counter at a time; a right password would pay for four.
    await sql`delete from rate_limits where key = any (${all.flatMap((one) => keysOf(...one))})`;
  }

  async function passGuess(rule: GuessRule, subject: string, tries: number): Promise<number> {
    // Nobody waits yet among the free ones, and most people are there: a crowd that logs in is spared a question.
    if (tries < rule.free) return tries;
    const key = keyOf(subject);
    const wait = rule.waits[Math.min(tries - rule.free, rule.waits.length - 1)] ?? DAY;
    try {
      await gate(rule).consume(key, 1, { customDuration: wait });
      return tries;
    } catch (reason) {
      await counted(rule).reward(key);
      refuse(reason);
    }
  }

  return {
    async spend(rule, subject) {
      await counted(rule).consume(keyOf(subject)).catch(refuse);
    },
    async giveBack(rule, subject) {
      await counted(rule).reward(keyOf(subject));
    },
    async guess(rule, subject) {
      const { consumedPoints } = await counted(rule).penalty(keyOf(subject));
      return passGuess(rule, subject, consumedPoints);
    },
    passGuess,
    async forget(rule, subject) {
      await forgetAll([[rule, subject]]);
    },
    forgetAll,
    keysOf,
    async countOf(rule, subject) {
      return (await counted(rule).get(keyOf(subject)))?.consumedPoints ?? 0;
    },
  };
}

function counter(sql: postgres.Sql, rule: Rule & { readonly clear: boolean }): RateLimiterAbstract {
  const { name, most, seconds } = rule;
  return new RateLimiterPostgres({
    storeClient: clientOn(sql),
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: rule.clear,
    keyPrefix: name,
    points: most,
    duration: seconds,
    insuranceLimiter: new RateLimiterMemory({
      keyPrefix: name,
      points: Math.max(1, Math.floor(most / STRICTER)),
      // Its clock knows no more than some 24 days, and takes what is longer for nothing.
      duration: Math.min(seconds, DAY),
    }),
  });
}

/** The little of `pg` that the limiter asks of its client, on the connections we have. */
function clientOn(sql: postgres.Sql) {
  return {
    async query(question: { text: string; values: (string | number | null)[] }) {
      const rows = await sql.unsafe(question.text, question.values, { prepare: true });
      return { rows, rowCount: rows.count };
    },
  };
}

/** Throws 429 for a spent limit, and whatever else it was as it is. */
function refuse(reason: unknown): never {
  if (reason instanceof RateLimiterRes) throw tooMany(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
  throw reason;
}

/**
 * What a network address counts as: an IPv6 customer has a whole /64 at least, so the single
 * address would be no limit at all.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const middle = plain.includes("::") ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
  return [...left, ...middle, ...right].slice(0, 4).join(":");
}
