import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { MarkOwner } from "../accounts/devices.ts";
import { forgetMarks } from "../accounts/forget-marks.ts";
import { recordAudit } from "../audit/record.ts";
import { endSessions, type Session } from "./session.ts";

/** Signs another browser of the same person out. Does nothing for a session that is not theirs or has ended. */
export async function endOwnSession(db: Kysely<DB>, session: Session, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable("sessions")
      .set({ ended_at: sql`app_now()` })
      .where("id", "=", id)
      .where("account_id", "=", session.accountId)
      .where("ended_at", "is", null)
      .executeTakeFirst();
    if (ended.numUpdatedRows > 0n) await record(trx, session, "account.end_session");
  });
}

/** Signs every other browser of the person out and forgets it; this one stays known by a mark of the owner that is given. */
export async function endOtherSessions(db: Kysely<DB>, session: Session): Promise<MarkOwner> {
  const { accountId } = session;
  return db.transaction().execute(async (trx) => {
    await endSessions(trx, accountId, session.tokenHash);
    await record(trx, session, "account.end_other_sessions");
    return { accountId, epoch: await forgetMarks(trx, accountId) };
  });
}

async function record(trx: Kysely<DB>, session: Session, action: string): Promise<void> {
  await recordAudit(trx, {
    actorId: session.accountId,
    actorKind: session.staff ? "staff" : "applicant",
    action,
    subjectKind: "account",
    subjectId: session.accountId,
  });
}
