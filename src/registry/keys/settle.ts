import { setTimeout as sleep } from "node:timers/promises";
import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { READ_AGAIN_MS } from "../../platform/keys/key-files.ts";
import { INSTITUTION_KEPT_MS } from "../accounts/keys.ts";

/**
 * How long a change of keys is given to reach every process. A process hears of it within the first of these; the rest
 * is for whoever took a key before that and waits, for a place to hash a password, before the transaction begins.
 */
export const SETTLE_MS = READ_AGAIN_MS + INSTITUTION_KEPT_MS + 9_000;

const LONGEST_TRANSACTION_MS = 120_000;

/** Waits until every process uses keys as they are now, and whatever was begun before has ended. Throws when something does not end. */
export async function settle(db: Kysely<DB>, ms: number): Promise<void> {
  await sleep(ms);
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  const since = rows[0]?.now;
  const until = performance.now() + LONGEST_TRANSACTION_MS;
  while (await countOlder(db, since)) {
    if (performance.now() > until) throw new Error("A transaction does not end; end it and run the command again.");
    await sleep(100);
  }
}

async function countOlder(db: Kysely<DB>, since: Date | undefined): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
      and xact_start < ${since}`.execute(db);
  return rows[0]?.count ?? 0;
}
