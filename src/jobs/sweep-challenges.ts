import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { sweepChallenges } from "../registry/passkeys/challenges.ts";

/** Forgets what devices were asked to sign and never did; due every hour. */
export function sweepChallengesJob(db: Kysely<DB>): () => Promise<void> {
  return () => sweepChallenges(db);
}
