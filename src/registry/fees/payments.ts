import { sql, type Kysely } from "kysely";
import type { PayMethod } from "../../program/fee.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

/*
 * A fee is what an application costs by its program (`applications.fee_due`); a payment is one order to pay it, all or the
 * rest, with the money that came for it. What becomes of money is decided in the database, where it happens together
 * with what becomes of the application:
 *
 *   begin_payment    waiting: an order with its amount, reference and last moment
 *   record_payment   paid, and counted as far as anything was still to be paid; what was not is refund_due
 *   settle_fee       a trigger: whenever an application ends, is sent, goes on or changes its fee
 *   expire_payments  expired: the order, never the money that comes all the same
 *   refund_payment   refunded: a treasurer gave it back
 *
 * Whoever changes money of an application holds the row of the application first.
 */

export type PaymentStatus = "waiting" | "paid" | "expired" | "cancelled" | "refund_due" | "refunded";

/** A payment as its owner sees it; amounts are whole rupiah. */
export interface Payment {
  readonly id: string;
  readonly reference: string;
  readonly method: PayMethod;
  readonly status: PaymentStatus;
  readonly fee: number;
  readonly tail: number;
  readonly amount: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly toldAt: Date | null;
  readonly gatewayUrl: string | null;
  readonly paidAmount: number | null;
  readonly paidAt: Date | null;
  readonly counted: number;
  readonly refund: number;
  readonly refunded: number;
  readonly refundReason: string | null;
}

/** All payments of an application, the latest first. An order whose time is over counts as expired before the clock's job has been there. */
export async function listPayments(db: Kysely<DB>, applicationId: string): Promise<readonly Payment[]> {
  const rows = await db
    .selectFrom("payments")
    .select([
      "id",
      "reference",
      "method",
      "fee",
      "tail",
      "amount",
      "created_at",
      "expires_at",
      "told_at",
      "gateway_url",
    ])
    .select(["paid_amount", "paid_at", "counted", "refund", "refunded", "refund_reason"])
    .select(
      sql<PaymentStatus>`case when status = 'waiting' and expires_at <= app_now() then 'expired' else status end`.as(
        "status",
      ),
    )
    .where("application_id", "=", applicationId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    method: row.method,
    status: row.status,
    fee: row.fee,
    tail: row.tail,
    amount: row.amount,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    toldAt: row.told_at,
    gatewayUrl: row.gateway_url,
    paidAmount: row.paid_amount,
    paidAt: row.paid_at,
    counted: row.counted,
    refund: row.refund,
    refunded: row.refunded,
    refundReason: row.refund_reason,
  }));
}
