import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Counted, GuessRule, Limits, Rule } from "../../platform/limits.ts";
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
export function spendQuietly(limits: Limits, rule: Rule, subject: string): Promise<boolean> {
  return unheard(limits.spend(rule, subject));
}

/** The same for a guess: false within a wait. */
export function guessQuietly(limits: Limits, rule: GuessRule, subject: string): Promise<boolean> {
  return unheard(limits.guess(rule, subject));
}

async function unheard(counting: Promise<unknown>): Promise<boolean> {
  try {
    await counting;
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * What is counted of wrong passwords for an account by any of its names, which begins anew when its owner has come in.
 * Wrong codes of recoveries stay counted: whoever has found a password out must not get guesses at the second factor by it.
 */
export async function guessesAt(db: Kysely<DB>, accountId: string, network?: string): Promise<readonly Counted[]> {
  const names = await namesOf(db, accountId);
  return [
    [rules.loginAccount, accountId],
    ...(network === undefined ? [] : [[rules.loginTogether, `${accountId}|${network}`] as const]),
    ...names.flatMap((name): Counted[] => [
      [rules.loginName, name],
      ...(network === undefined ? [] : [[rules.login, `${name}|${network}`] as const]),
    ]),
  ];
}

/** What is counted of wrong codes on the way to a new password, which begins anew when enough was proved for one. */
export async function recoveryGuessesAt(db: Kysely<DB>, accountId: string): Promise<readonly Counted[]> {
  const names = await namesOf(db, accountId);
  return [accountId, ...names].map((subject) => [rules.recoveryGuesses, subject] as const);
}

/** A NIK that is only stated may be somebody else's: whoever states it too ends nothing that is counted by it. */
async function namesOf(db: Kysely<DB>, accountId: string): Promise<readonly string[]> {
  // Each column by itself: with "or" the plan may read every identifier there is.
  const others = sql`from account_identifiers o where o.kind = i.kind and o.account_id <> i.account_id`;
  const { rows } = await sql<{ index: Buffer | null }>`
    select unnest(array[i.blind_index, i.blind_index_b]) as index from account_identifiers i
    where i.account_id = ${accountId}::uuid and (i.verified_at is not null
      or not exists (select ${others} and o.blind_index = i.blind_index)
        and not exists (select ${others} and o.blind_index_b = i.blind_index_b))`.execute(db);
  return rows.flatMap(({ index }) => (index ? [guessedName(index)] : []));
}
