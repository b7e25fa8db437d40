import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import { expirePayments } from "../registry/fees/expire-payments.ts";

/** Ends orders to pay whose time is over; their money is taken all the same when it comes. */
export function expirePaymentsJob(db: Kysely<DB>): () => Promise<void> {
  return async () => {
    await expirePayments(db);
  };
}
