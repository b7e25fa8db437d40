import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import { warnOfRights } from "../registry/rights/warn.ts";

/** Tells officers which requests about data are pressing or overdue, each once; due every ten minutes. */
export function warnOfRightsJob(services: { readonly db: Kysely<DB>; readonly keyring: Keyring }): () => Promise<void> {
  return async () => {
    await warnOfRights(services);
  };
}
