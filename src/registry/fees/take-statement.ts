import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { matchLines } from "./match-lines.ts";
import type { ReadStatement } from "./read-statement.ts";

/**
 * Keeps a statement with what its lines would pay; nothing is recorded yet. The same file again leads to the statement
 * that is there. `db` is a connection of `daftar_staff`.
 */
export async function takeStatement(
  db: Kysely<DB>,
  taken: {
    readonly institutionId: string;
    readonly institutions: readonly string[];
    readonly actorId: string;
    readonly fileHash: Buffer;
    readonly statement: ReadStatement;
  },
): Promise<string> {
  const { institutionId, institutions, actorId, fileHash, statement } = taken;
  const id = uuidv7();
  return withStaff(db, institutions, async (trx) => {
    const { badLines, debits } = statement;
    const values = { id, institution_id: institutionId, file_hash: fileHash, uploaded_by: actorId };
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("statements")
      .values({ ...values, bad_lines: badLines, debits })
      .onConflict((clash) => clash.columns(["institution_id", "file_hash"]).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) {
      const there = await trx
        .selectFrom("statements")
        .select("id")
        .where("institution_id", "=", institutionId)
        .where("file_hash", "=", fileHash)
        .executeTakeFirstOrThrow();
      return there.id;
    }
    const lines = await matchLines(trx, institutionId, statement.lines);
    const rows = lines.map(({ line, day, amount, transactionId, outcome, paymentId }) => ({
      line,
      day,
      amount,
      outcome,
      transaction_id: transactionId,
      payment_id: paymentId ?? null,
    }));
    await sql`
      insert into statement_lines (statement_id, line, institution_id, day, amount, transaction_id, outcome, payment_id)
        select ${id}::uuid, r.line, ${institutionId}::uuid, r.day, r.amount, r.transaction_id, r.outcome, r.payment_id
          from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
            as r (line integer, day date, amount bigint, transaction_id text, outcome text, payment_id uuid)`.execute(
      trx,
    );
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: "statement.upload",
      institutionId,
      subjectKind: "institution",
      subjectId: institutionId,
      data: { statement: id, lines: rows.length },
    });
    return id;
  });
}
