import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";
import { endSessions } from "../sessions/session.ts";

/**
 * Forgets an account's authenticator and ends its sessions, after a lost telephone: the next sign-in
 * sets up a new one. Only the platform's operator does this, on the command line.
 */
export async function forgetAuthenticator(db: Kysely<DB>, accountId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("account_factors").where("account_id", "=", accountId).where("kind", "=", "totp").execute();
    await endSessions(trx, accountId);
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "account.forget_authenticator",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
}
