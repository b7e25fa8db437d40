import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { sweepHeldForms } from "../registry/sessions/held-form.ts";

/** Forgets held forms that nobody came back for; due every hour. */
export function sweepHeldFormsJob(db: Kysely<DB>): () => Promise<void> {
  return () => sweepHeldForms(db);
}
