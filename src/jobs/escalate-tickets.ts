import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import { escalateTickets } from "../registry/tickets/escalate.ts";

/** Tells administrators which tickets are overdue, each once; due every ten minutes. */
export function escalateTicketsJob(services: {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}): () => Promise<void> {
  return async () => {
    await escalateTickets(services);
  };
}
