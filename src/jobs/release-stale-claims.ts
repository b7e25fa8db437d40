import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { releaseStale } from "../registry/reviews/bulk-release.ts";

/** Gives claims back to the queue that nobody worked off in a day; due every ten minutes. */
export function releaseStaleClaimsJob(db: Kysely<DB>): () => Promise<void> {
  return async () => {
    await releaseStale(db);
  };
}
