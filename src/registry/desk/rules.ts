import type { Rule } from "../../platform/limits.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** How often officers may look, and how often facts may be tried. */
export const deskRules = {
  /** Accounts that one officer looks up, found or not. */
  lookups: { name: "desk-lookups", most: 20, seconds: HOUR },
  /** Facts that officers try on one account, whoever tries: a fact that is guessed is none. */
  facts: { name: "desk-facts", most: 5, seconds: DAY },
  /** Unlocking gives strangers their hundred guesses back (NIST SP 800-63B-4, 3.2.2), so it is rare. */
  unlocks: { name: "desk-unlocks", most: 2, seconds: 7 * DAY },
} as const satisfies Record<string, Rule>;
