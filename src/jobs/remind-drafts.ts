import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { remindDrafts } from "../registry/windows/announce.ts";

/** Reminds of drafts 7 days, 2 days and 6 hours before their closing; due every five minutes. */
export function remindDraftsJob(db: Kysely<DB>): () => Promise<void> {
  return async () => {
    await remindDrafts(db);
  };
}
