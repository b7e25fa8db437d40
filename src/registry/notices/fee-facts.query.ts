import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/**
 * What letters about a fee say that the database caused by itself, read when they are written: the order that expired
 * last, or all that is to be given back.
 */
export async function feeFacts(
  db: Kysely<DB>,
  applicationId: string,
  kind: "payment_expired" | "refund_due",
): Promise<object> {
  const { rows } = await sql<{ reference: string; amount: number; refund: number }>`
    select string_agg(p.reference, ', ' order by p.id) as reference, sum(coalesce(p.paid_amount, p.amount))::bigint as amount,
      sum(p.refund - p.refunded)::bigint as refund
    from payments p
    where p.application_id = ${applicationId}::uuid and case when ${kind} = 'refund_due' then p.refund > p.refunded
      else p.id = (select e.id from payments e where e.application_id = p.application_id and e.status = 'expired'
        order by e.expires_at desc limit 1) end
    having count(*) > 0`.execute(db);
  const [row] = rows;
  // Money came in between, or is not to be given back after all: the letter only leads to the page.
  if (!row) return {};
  return { payment: { ...row, rest: 0 } };
}
