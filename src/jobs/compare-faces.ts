import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { httpFaces } from "../platform/faces/http-faces.ts";
import type { BlobStore } from "../platform/files/blob-store.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import type { Log } from "../platform/log.ts";
import type { Job } from "../platform/queue/worker.ts";
import type { HttpSources } from "../platform/sources/read-sources.ts";
import { compareWaiting } from "../registry/faces/compare.ts";
import type { Catalog } from "../registry/programs/catalog.ts";
import { spendQuestion } from "../registry/sources/budget.ts";

/** Under which name the settings know the service that compares faces. */
const NAME = "faces";

/** Asks the service that compares faces, where the settings name one; due every minute. */
export function compareFacesJob(services: {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
  readonly blobs: BlobStore;
  readonly log: Log;
  readonly httpSources: HttpSources;
}): Job {
  const { db, log } = services;
  const settings = services.httpSources[NAME];
  if (!settings) return () => Promise.resolve();
  const comparer = httpFaces(settings, {
    spend: () => spendQuestion(db, NAME, settings.dailyBudget),
    report: (problem) => log.warn({ source: NAME, problem }, "the service that compares faces did not answer"),
  });
  return () => compareWaiting({ ...services, comparer });
}
