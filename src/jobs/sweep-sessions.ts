import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { sweepSessions } from "../registry/sessions/sweep.ts";

/** Forgets old logins and dead links; due every night. */
export function sweepSessionsJob(db: Kysely<DB>): () => Promise<void> {
  return () => sweepSessions(db);
}
