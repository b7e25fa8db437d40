import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { hashToken } from "../../platform/http/tokens.ts";

export type ChallengePurpose = "add" | "login";

interface Asked {
  readonly purpose: ChallengePurpose;
  /** The form token of the browser that asks. */
  readonly browser: string;
}

/** Keeps a challenge for five minutes. */
export async function keepChallenge(db: Kysely<DB>, challenge: string, asked: Asked): Promise<void> {
  await db
    .insertInto("passkey_challenges")
    .values({
      challenge,
      purpose: asked.purpose,
      browser_hash: hashToken(asked.browser),
      expires_at: sql`app_now() + interval '5 minutes'`,
    })
    .execute();
}

/** Uses a challenge up; false when this browser was not given it, or used it before, or is too late. */
export async function spendChallenge(db: Kysely<DB>, challenge: string, asked: Asked): Promise<boolean> {
  const spent = await db
    .deleteFrom("passkey_challenges")
    .where("challenge", "=", challenge)
    .where("purpose", "=", asked.purpose)
    .where("browser_hash", "=", hashToken(asked.browser))
    .where("expires_at", ">", sql<Date>`app_now()`)
    .executeTakeFirst();
  return spent.numDeletedRows > 0n;
}

/** Forgets challenges that nobody answered. */
export async function sweepChallenges(db: Kysely<DB>): Promise<void> {
  await sql`delete from passkey_challenges where expires_at < app_now()`.execute(db);
}
