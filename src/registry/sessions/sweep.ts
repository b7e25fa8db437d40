import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Forgets logins that ended more than 90 days ago, with their browser and address, and links that died as long ago; and devices
 * that are remembered no more. */
export async function sweepSessions(db: Kysely<DB>): Promise<void> {
  await sql`delete from sessions where least(ended_at, idle_until, expires_at) < app_now() - interval '90 days'`.execute(
    db,
  );
  await sql`delete from remembered_devices where expires_at < app_now()`.execute(db);
  await sql`delete from account_tokens where expires_at < app_now() - interval '90 days'`.execute(db);
}
