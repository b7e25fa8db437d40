import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { sweepRecoveries } from "../registry/recovery/recovery.query.ts";

/** Forgets recoveries whose half hour is over; due every hour. */
export function sweepRecoveriesJob(db: Kysely<DB>): () => Promise<void> {
  return () => sweepRecoveries(db);
}
