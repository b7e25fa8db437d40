import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import type { Job } from "../platform/queue/worker.ts";
import type { Source } from "../platform/sources/source.ts";
import type { Catalog } from "../registry/programs/catalog.ts";
import { checkWaiting } from "../registry/sources/check.ts";

/** Less than the minute between two runs, so that they do not pile up. */
const RUN_MS = 50_000;

const Payload = z.object({ all: z.boolean().default(false) });

/** Compares submissions with sources; due every minute for those of the last hour, and every hour for `all`. */
export function checkSourcesJob(services: {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
  readonly sourceOf: (name: string) => Source;
}): Job {
  return (payload) => {
    const { all } = Payload.catch({ all: false }).parse(payload);
    return checkWaiting(services, { until: Date.now() + RUN_MS, all });
  };
}
