import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";
import { endSession, type Session } from "../sessions/session.ts";

/** Ends the session of this browser. */
export async function logout(db: Kysely<DB>, session: Session): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await endSession(trx, session.tokenHash);
    await recordAudit(trx, {
      actorId: session.accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.logout",
      subjectKind: "account",
      subjectId: session.accountId,
    });
  });
}
