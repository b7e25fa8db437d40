import { sql } from "kysely";
import type { AccountServices } from "../accounts/services.ts";
import { recordAudit } from "../audit/record.ts";
import type { Session } from "../sessions/session.ts";

/** Takes back the erasure that waits. False when none does any more. */
export async function undoErasure({ db }: Pick<AccountServices, "db">, session: Session): Promise<boolean> {
  const { accountId } = session;
  return db.transaction().execute(async (trx) => {
    const undone = await trx
      .updateTable("erasures")
      .set({ undone_at: sql`app_now()` })
      .where("account_id", "=", accountId)
      .where("undone_at", "is", null)
      .where("void_at", "is", null)
      .where("done_at", "is", null)
      .returning(["id", "institution_id"])
      .executeTakeFirst();
    if (!undone) return false;
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.undo_erasure",
      institutionId: undone.institution_id,
      subjectKind: "account",
      subjectId: accountId,
      data: { erasure: undone.id },
    });
    return true;
  });
}
