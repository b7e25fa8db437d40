import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { loadFaq } from "../registry/faq/load.ts";

/** Brings the questions of the helpdesk to their files; due every ten minutes, and almost always finds nothing to do. */
export function loadQuestionsJob(db: Kysely<DB>, folder: string): () => Promise<void> {
  return async () => void (await loadFaq(db, folder));
}
