import { sql, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound, Refusal } from "../../platform/refusals.ts";
import { isUuid } from "../applications/load.query.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import type { LineOutcome } from "./match-lines.ts";
import { recordPayment } from "./record-payment.ts";
import { holdPayment, type TreasuryAct, type TreasuryServices } from "./treasurer.ts";

/** So many lines in one transaction: an act of many is no reason for anybody to wait long. */
const BATCH = 50;

/**
 * Records what the lines of a statement pay, each as a transfer that the treasurer saw. What changed since it was
 * uploaded is looked at again: an order that has money by now gets no more of it. Pressing twice records once. Throws
 * (404) for a statement of another institution.
 */
export async function applyStatement(
  { db, keyring }: TreasuryServices,
  act: Omit<TreasuryAct, "paymentId"> & { readonly statementId: string },
): Promise<void> {
  const { statementId, actorId, institutions } = act;
  if (!isUuid(statementId)) throw notFound();
  for (;;) {
    const left = await withStaff(db, institutions, async (trx) => {
      const statement = await trx
        .selectFrom("statements as s")
        .innerJoin("institutions as i", "i.id", "s.institution_id")
        .select(["s.institution_id", "i.zone"])
        .where("s.id", "=", statementId)
        .executeTakeFirst();
      if (!statement) throw notFound();
      // Whoever presses at the same time waits here, and finds nothing left.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`statement ${statementId}`}, 0))`.execute(trx);
      const lines = await nextLines(trx, statementId, statement.zone);
      for (const line of lines) {
        const outcome = await take({ trx, keyring }, { ...act, paymentId: line.payment_id }, line);
        await trx
          .updateTable("statement_lines")
          .set({ outcome })
          .where("statement_id", "=", statementId)
          .where("line", "=", line.line)
          .execute();
      }
      if (lines.length > 0) {
        await recordAudit(trx, {
          actorId,
          actorKind: "staff",
          action: "statement.apply",
          institutionId: statement.institution_id,
          subjectKind: "institution",
          subjectId: statement.institution_id,
          data: { statement: statementId, lines: lines.length },
        });
      }
      return lines.length;
    });
    if (left < BATCH) return;
  }
}

interface Line {
  readonly line: number;
  readonly payment_id: string;
  readonly amount: string;
  readonly transaction_id: string;
  readonly at: Date;
}

async function nextLines(trx: Transaction<DB>, statementId: string, zone: string): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select line, payment_id, amount, transaction_id, (day + time '12:00') at time zone ${zone} as at
      from statement_lines where statement_id = ${statementId}::uuid and outcome = 'match'
      order by payment_id limit ${BATCH}`.execute(trx);
  return rows;
}

async function take(
  { trx, keyring }: { readonly trx: Transaction<DB>; readonly keyring: TreasuryServices["keyring"] },
  act: TreasuryAct,
  line: Line,
): Promise<LineOutcome> {
  try {
    const held = await holdPayment(trx, act);
    if (held.paid_amount !== null) return "doubled";
    const recorded = await recordPayment(trx, keyring, {
      paymentId: act.paymentId,
      amount: Number(line.amount),
      transactionId: line.transaction_id,
      at: line.at,
      origin: "treasurer",
      actorId: act.actorId,
    });
    return recorded.outcome === "recorded" ? "recorded" : "already";
  } catch (refusal) {
    // A treasurer's own payment is another treasurer's to look at.
    if (refusal instanceof Refusal) return "unknown";
    throw refusal;
  }
}
