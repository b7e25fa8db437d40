import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { type PayMethod, secondsOf } from "../../program/fee.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { newReceipt } from "../applications/receipt.ts";

/**
 * Begins an order for what is still to be paid, or gives the open one where it is still right: pressing twice begins
 * one. Another method cancels the order before it. Undefined where nothing is to be paid now: it was paid, the window is
 * closed, or something else is not done yet.
 */
export async function beginPayment(
  db: Kysely<DB>,
  input: {
    readonly applicationId: string;
    readonly accountId: string;
    readonly method: PayMethod;
    /** How long it stands, as the program says it. */
    readonly payWithin: string;
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ outcome: string; payment: string | null }>`
    select * from begin_payment(${uuidv7()}::uuid, ${input.applicationId}::uuid, ${input.accountId}::uuid,
      ${input.method}, ${newReceipt("B")}, ${secondsOf(input.payWithin)})`.execute(db);
  return rows[0]?.payment ?? undefined;
}
