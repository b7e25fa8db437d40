import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Job } from "../platform/queue/worker.ts";
import { expireSubscriptions } from "../registry/subscriptions/expire.ts";

/** Erases who never confirmed, and whose retention is over; due every day. */
export function sweepSubscriptionsJob(db: Kysely<DB>): Job {
  return async () => {
    await expireSubscriptions(db);
  };
}
