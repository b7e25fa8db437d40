import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";

/**
 * Keeps whether the applicant agrees that a complete draft is submitted by itself at the closing, and with `declared`
 * that they declared beforehand what a submission by hand declares. The agreement can be taken back as long as the
 * draft is one. False when it is none any more.
 */
export async function agreeToClosing(
  db: Kysely<DB>,
  input: {
    readonly applicationId: string;
    readonly accountId: string;
    readonly agreed: boolean;
    readonly declared: boolean;
  },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable("applications")
      .set({
        agreed_at: input.agreed ? sql<Date>`coalesce(agreed_at, app_now())` : null,
        ...(input.declared ? { declared_at: sql<Date>`coalesce(declared_at, app_now())` } : {}),
      })
      .where("id", "=", input.applicationId)
      .where("account_id", "=", input.accountId)
      .where("status", "=", "draft")
      .returning("institution_id")
      .executeTakeFirst();
    if (!row) return false;
    await recordAudit(trx, {
      actorId: input.accountId,
      actorKind: "applicant",
      action: input.agreed ? "application.agree" : "application.disagree",
      institutionId: row.institution_id,
      subjectKind: "application",
      subjectId: input.applicationId,
      data: { declared: input.declared },
    });
    return true;
  });
}
