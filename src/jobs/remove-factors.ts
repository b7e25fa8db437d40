import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import type { Job } from "../platform/queue/worker.ts";
import { removeFactors } from "../registry/recovery/remove-factors.ts";

const Payload = z.object({ removalId: z.uuid() });

/** Removes lost second factors when the time to object is over. */
export function removeFactorsJobOf(services: { readonly db: Kysely<DB>; readonly keyring: Keyring }): Job {
  return async (payload) => {
    await removeFactors(services, Payload.parse(payload).removalId);
  };
}
