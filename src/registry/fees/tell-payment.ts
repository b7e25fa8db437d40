import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Application } from "../applications/load.query.ts";
import { recordAudit } from "../audit/record.ts";
import { sealTold } from "./told.ts";
import type { ReadTold } from "./told-form.ts";

/**
 * Keeps that the applicant says to have paid an order by transfer, with what helps to find it on the statement. It
 * makes nothing paid. Also after the order's time, while no money was recorded. False where there is no such order.
 */
export async function tellPayment(
  db: Kysely<DB>,
  application: Pick<Application, "id" | "accountId" | "institutionId" | "key">,
  { paymentId, answers }: { readonly paymentId: string; readonly answers: ReadTold["answers"] },
): Promise<boolean> {
  const { id: applicationId, accountId, institutionId, key } = application;
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("payments")
      .set({
        told_at: sql<Date>`app_now()`,
        told_sealed: sealTold(key, paymentId, { note: "", ...answers }),
      })
      .where("id", "=", paymentId)
      .where("application_id", "=", applicationId)
      .where("method", "=", "transfer")
      .where("status", "in", ["waiting", "expired"])
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await sql`select note_payment(${paymentId}::uuid, ${institutionId}::uuid, 'told', 'applicant', ${accountId}::uuid, '{}')`.execute(
      trx,
    );
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: "applicant",
      action: "payment.tell",
      institutionId,
      subjectKind: "application",
      subjectId: applicationId,
      data: { payment: paymentId },
    });
    return true;
  });
}
