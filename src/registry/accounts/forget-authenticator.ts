import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { endSessions } from "../sessions/session.ts";

/**
 * Forgets an account's authenticator and ends its sessions, after a lost telephone: the next sign-in
 * sets up a new one, before anything else where the person is staff. Only the platform's operator does this, on the
 * command line; the owner is told by letter.
 */
export async function forgetAuthenticator(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("account_factors").where("account_id", "=", accountId).where("kind", "=", "totp").execute();
    await endSessions(trx, accountId);
    await notify(trx, keyring, { accountId, kind: "factor_removed", data: {} });
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "account.forget_authenticator",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
}
