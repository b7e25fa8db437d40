import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";
import { keepConsent, type ReadText } from "../consents/keep.ts";
import { withdrawConsents } from "../consents/withdraw.ts";

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
    /** What they agreed to, as they read it. */
    readonly read: ReadText;
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
      .returning(["institution_id", "version_id"])
      .executeTakeFirst();
    if (!row) return false;
    await keepChoice(trx, input, row);
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

/** Keeps what was agreed to and taken back. Agreeing once more begins anew, since the text may be another one. */
async function keepChoice(
  trx: Kysely<DB>,
  input: Parameters<typeof agreeToClosing>[1],
  row: { readonly institution_id: string; readonly version_id: string },
): Promise<void> {
  const { applicationId, accountId, agreed, declared, read } = input;
  const place = { kind: "closing", applicationId, institutionId: row.institution_id } as const;
  await withdrawConsents(trx, applicationId, "closing");
  if (agreed) await keepConsent(trx, accountId, place, read);
  if (!declared) return;
  await trx
    .insertInto("consents")
    .values({
      id: uuidv7(),
      account_id: accountId,
      institution_id: row.institution_id,
      application_id: applicationId,
      kind: "declaration",
      version_id: row.version_id,
      language: read.language,
    })
    .execute();
}
