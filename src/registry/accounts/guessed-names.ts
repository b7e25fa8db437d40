import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Counted, Limits, Rule } from "../../platform/limits.ts";
import { Refusal } from "../../platform/refusals.ts";
import { rules } from "./rules.ts";

/**
 * Under what guesses at a name are counted, from its `loginIndex`. What whoever guesses gets to see of a count is counted
 * so: an account has several names, and a limit that is spent on one must not tell that another one is the same person's.
 */
export function guessedName(index: Uint8Array): string {
  return Buffer.from(index).toString("hex").slice(0, 36);
}

/** Counts one try by a limit of which nobody may hear: false where it is spent. */
export async function spendQuietly(limits: Limits, rule: Rule, subject: string): Promise<boolean> {
  try {
    await limits.spend(rule, subject);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** What is counted of guesses at an account by any of its names, which begins anew when its owner has come in. */
export async function guessesAt(db: Kysely<DB>, accountId: string, network?: string): Promise<readonly Counted[]> {
  const rows = await db
    .selectFrom("account_identifiers")
    .select(["blind_index", "blind_index_b"])
    .where("account_id", "=", accountId)
    .execute();
  const names = rows.flatMap(({ blind_index: a, blind_index_b: b }) => [a, b]).flatMap((index) => index ?? []);
  return [
    [rules.loginAccount, accountId],
    [rules.recoveryGuesses, accountId],
    ...names
      .map(guessedName)
      .flatMap((name): Counted[] => [
        [rules.loginName, name],
        [rules.recoveryGuesses, name],
        ...(network === undefined ? [] : [[rules.login, `${name}|${network}`] as const]),
      ]),
  ];
}
