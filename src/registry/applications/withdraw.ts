import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { nextActions, statuses, type Status } from "../../program/workflow.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";

const withdrawable: readonly Status[] = statuses.filter((status) =>
  (nextActions[status] as readonly string[]).includes("withdraw"),
);

/** Withdraws an undecided application, so that the person may begin anew. False when it was decided meanwhile. */
export async function withdrawApplication(
  db: Kysely<DB>,
  input: { applicationId: string; accountId: string },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable("applications")
      .set({ status: "withdrawn", once_key: null, claimed_by: null, claimed_at: null, version: sql`version + 1` })
      .where("id", "=", input.applicationId)
      .where("account_id", "=", input.accountId)
      .where("status", "in", [...withdrawable])
      .returning(["institution_id", "round"])
      .executeTakeFirst();
    if (!row) return false;
    await trx
      .insertInto("application_events")
      .values({
        id: uuidv7(),
        application_id: input.applicationId,
        institution_id: row.institution_id,
        kind: "withdrawn",
        round: row.round,
        actor_id: input.accountId,
        actor_kind: "applicant",
      })
      .execute();
    await recordAudit(trx, {
      actorId: input.accountId,
      actorKind: "applicant",
      action: "application.withdraw",
      institutionId: row.institution_id,
      subjectKind: "application",
      subjectId: input.applicationId,
    });
    return true;
  });
}
