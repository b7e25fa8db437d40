import { type Kysely, sql } from "kysely";
import type { DB } from "../db/generated/schema.ts";

export type JobOptions = {
  /** A job with the same key that has not started yet is replaced. */
  readonly key?: string;
  /** Not before this moment. */
  readonly runAt?: Date;
};

/**
 * Adds a job inside the transaction that causes it: it exists exactly when that commits. The payload carries ids, never
 * personal data.
 */
export async function enqueue(
  db: Kysely<DB>,
  identifier: string,
  payload: Readonly<Record<string, unknown>>,
  options: JobOptions = {},
): Promise<void> {
  const { key = null, runAt = null } = options;
  await sql`select enqueue(${identifier}, ${payload}::jsonb, ${key}::text, ${runAt}::timestamptz)`.execute(db);
}
