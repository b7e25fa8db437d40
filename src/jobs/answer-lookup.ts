import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import type { Job } from "../platform/queue/worker.ts";
import type { Source } from "../platform/sources/source.ts";
import { answerLookup, sweepLookups } from "../registry/sources/look-up.ts";

const Payload = z.object({ lookupId: z.uuid() });

/** Asks a source for somebody who waits at the beginning of a program. */
export function answerLookupJob(services: {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly sourceOf: (name: string) => Source;
}): Job {
  return (payload) => answerLookup(services, Payload.parse(payload).lookupId);
}

/** Forgets old questions; due by the clock. */
export function sweepLookupsJob(db: Kysely<DB>): Job {
  return () => sweepLookups(db);
}
