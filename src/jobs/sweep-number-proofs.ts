import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { sweepProofs } from "../registry/members/prove.ts";

/** Forgets whose number somebody stated to have and never proved; due every hour. */
export function sweepNumberProofsJob(db: Kysely<DB>): () => Promise<void> {
  return () => sweepProofs(db);
}
