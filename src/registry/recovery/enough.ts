import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Proof, Recovery } from "./recovery.query.ts";

/**
 * Whether what a browser has proved is enough for a new password. While nothing is proved the database is not asked, so
 * that the clock tells no known name from an unknown one.
 */
export async function hasProvedEnough(
  db: Kysely<DB>,
  { accountId, proved }: Pick<Recovery, "accountId" | "proved">,
): Promise<boolean> {
  if (accountId === undefined || proved.length === 0) return false;
  return isEnough(proved, await readStanding(db, accountId));
}

/** What decides how much must be proved. */
interface Standing {
  readonly secondFactor: boolean;
  /** Whether an application of the account has left its owner's hands. */
  readonly submitted: boolean;
}

/** Reads it in one statement. */
async function readStanding(db: Kysely<DB>, accountId: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select has_second_factor(${accountId}) as "secondFactor",
      exists (select from applications where account_id = ${accountId} and status <> 'draft') as submitted`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("A statement without a condition gave no row.");
  return row;
}

/**
 * Whether so much proves the owner (security.md 2.5). One of them must be a code that was sent. With a second factor two
 * different ways are needed. A telephone alone is enough for nobody who has submitted anything: numbers are sold again.
 */
function isEnough(proved: readonly Proof[], { secondFactor, submitted }: Standing): boolean {
  const sent = proved.includes("email") || proved.includes("sms");
  if (!sent) return false;
  if (proved.length > 1) return true;
  return !secondFactor && (proved[0] === "email" || !submitted);
}
