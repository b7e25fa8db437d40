import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import type { Job } from "../platform/queue/worker.ts";
import { moveAddress } from "../registry/desk/move-address.ts";

const Payload = z.object({ requestId: z.uuid() });

/** Gives an account the address that two officers agreed on, when the time to object is over. */
export function moveAddressJobOf(services: { readonly db: Kysely<DB>; readonly keyring: Keyring }): Job {
  return async (payload) => {
    await moveAddress(services, Payload.parse(payload).requestId);
  };
}
