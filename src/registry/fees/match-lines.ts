import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { StatementLine } from "./read-statement.ts";

/** What becomes of a line; see the comment on `statement_lines.outcome`. */
export type LineOutcome =
  | "match"
  | "recorded"
  | "already"
  | "known"
  | "doubled"
  | "other_amount"
  | "ambiguous"
  | "unknown";

export interface MatchedLine extends StatementLine {
  readonly outcome: LineOutcome;
  readonly paymentId: string | undefined;
}

interface Order {
  readonly id: string;
  readonly reference: string;
  readonly amount: number;
  readonly paidAmount: number | null;
  /** The day of the line from which a treasurer recorded it by hand; null where none did. */
  readonly seen: string | null;
  /** The day of the calendar at the institution. */
  readonly today: string;
  /** Days of the calendar between which its amount, with its tail, names it. */
  readonly from: string;
  readonly until: string;
}

/**
 * Finds the orders that lines pay: by the reference in its words or, where there is none, by the exact amount, whose tail
 * names one open order. Nothing is guessed: what is not exact is left to the treasurer. Call it within `withStaff`.
 */
export async function matchLines(
  trx: Kysely<DB>,
  institutionId: string,
  lines: readonly StatementLine[],
): Promise<readonly MatchedLine[]> {
  const orders = await findOrders(trx, institutionId, lines);
  const recorded = await findRecorded(trx, institutionId, lines);
  const byReference = new Map(orders.map((order) => [order.reference, order]));
  const byAmount = Map.groupBy(orders, ({ amount }) => amount);
  const taken = new Set<string>();
  return lines.map((line) => {
    const outcome = (outcome: LineOutcome, paymentId?: string) => ({ ...line, outcome, paymentId });
    const known = recorded.get(line.transactionId);
    if (known !== undefined) return outcome("already", known);
    const references = line.references.flatMap((reference) => byReference.get(reference) ?? []);
    const named = references.filter(({ today }) => line.day <= today);
    const tailed = (byAmount.get(line.amount) ?? []).filter(({ from, until }) => from <= line.day && line.day <= until);
    const [order, ...others] = named.length > 0 ? named : tailed;
    if (order === undefined) return outcome("unknown");
    if (others.length > 0) return outcome("ambiguous");
    // Another line of the same amount is money that came once more, which somebody should see.
    if (order.seen === line.day && order.paidAmount === line.amount && !taken.has(order.id)) {
      taken.add(order.id);
      return outcome("known", order.id);
    }
    if (order.paidAmount !== null || taken.has(order.id)) return outcome("doubled", order.id);
    if (order.amount !== line.amount) return outcome("other_amount", order.id);
    taken.add(order.id);
    return outcome("match", order.id);
  });
}

/** Orders by transfer that a line names, or whose amount names them while nothing came for them. */
async function findOrders(
  trx: Kysely<DB>,
  institutionId: string,
  lines: readonly StatementLine[],
): Promise<readonly Order[]> {
  const references = [...new Set(lines.flatMap((line) => line.references))];
  const amounts = [...new Set(lines.map(({ amount }) => amount))];
  const { rows } = await sql<Order & { readonly names: boolean }>`
    select p.id, p.reference, p.amount::float8 as amount, p.paid_amount::float8 as "paidAmount",
        case when p.transaction_id like 'seen %' then substring(p.transaction_id from 6 for 10) end as seen,
        (app_now() at time zone i.zone)::date::text as today,
        case when p.tail > 0 then (p.created_at at time zone i.zone)::date::text else '9999-12-31' end as from,
        ((p.expires_at + interval '14 days') at time zone i.zone)::date::text as until
      from payments p join institutions i on i.id = p.institution_id
      where p.institution_id = ${institutionId}::uuid and p.method = 'transfer' and p.follows is null
        and (p.reference = any (${references}::text[])
          or p.tail > 0 and p.amount = any (${amounts}::bigint[])
            and (p.paid_amount is null or p.transaction_id like 'seen %'))
      order by p.id`.execute(trx);
  return rows;
}

async function findRecorded(
  trx: Kysely<DB>,
  institutionId: string,
  lines: readonly StatementLine[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; transaction_id: string }>`
    select id, transaction_id from payments where institution_id = ${institutionId}::uuid and method = 'transfer'
      and transaction_id = any (${lines.map(({ transactionId }) => transactionId)}::text[])`.execute(trx);
  return new Map(rows.map(({ id, transaction_id }) => [transaction_id, id]));
}
