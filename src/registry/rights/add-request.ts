import type { InsertObject, Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { newReceipt } from "../applications/receipt.ts";

/** Enters a request in the register: gives the number by which its person speaks of it, and until when it is answered. */
export async function addRequest(
  trx: Kysely<DB>,
  request: Omit<InsertObject<DB, "rights_requests">, "number">,
): Promise<{ readonly number: string; readonly dueAt: Date }> {
  const number = newReceipt("P");
  const { due_at } = await trx
    .insertInto("rights_requests")
    .values({ ...request, number })
    .returning("due_at")
    .executeTakeFirstOrThrow();
  return { number, dueAt: due_at };
}
