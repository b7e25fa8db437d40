import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Proof } from "./recovery.query.ts";

/** What decides how much must be proved. */
export interface Standing {
  readonly secondFactor: boolean;
  /** Whether an application of the account has left its owner's hands. */
  readonly submitted: boolean;
}

/** Reads it in one statement. */
export async function readStanding(db: Kysely<DB>, accountId: string): Promise<Standing> {
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
export function isEnough(proved: readonly Proof[], { secondFactor, submitted }: Standing): boolean {
  const sent = proved.includes("email") || proved.includes("sms");
  if (!sent) return false;
  if (proved.length > 1) return true;
  return !secondFactor && (proved[0] === "email" || !submitted);
}
