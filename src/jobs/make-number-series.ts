import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { makeNumberSeries } from "../registry/numbers/make-series.ts";

/** Makes next year's number series ahead of time; due once a day, so that no New Year's night comes without. */
export function makeNumberSeriesJob(db: Kysely<DB>): () => Promise<void> {
  return () => makeNumberSeries(db);
}
