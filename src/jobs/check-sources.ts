import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import type { Job } from "../platform/queue/worker.ts";
import type { Catalog } from "../registry/programs/catalog.ts";
import { checkWaiting } from "../registry/sources/check.ts";
import { tableSource } from "../registry/sources/people.ts";

/** Less than the minute between two runs, so that they do not pile up. */
const RUN_MS = 50_000;

/** Compares submissions with sources; due every minute. */
export function checkSourcesJob(services: {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
}): Job {
  const sourceOf = (source: string) => tableSource(services.db, services.keyring, source);
  return () => checkWaiting({ ...services, sourceOf }, Date.now() + RUN_MS);
}
