import { recordAudit } from "../audit/record.ts";
import { hasSecondFactor } from "../accounts/factors.query.ts";
import type { AccountServices } from "../accounts/services.ts";
import { notify } from "../notices/notify.ts";
import type { Session } from "../sessions/session.ts";

/** Takes one of the person's passkeys away and tells them by letter. Does nothing for one that is not theirs. */
export async function removePasskey(services: AccountServices, session: Session, id: string): Promise<void> {
  const { accountId } = session;
  await services.db.transaction().execute(async (trx) => {
    const removed = await trx
      .deleteFrom("passkeys")
      .where("id", "=", id)
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) return;
    if (!(await hasSecondFactor(trx, accountId))) {
      await trx.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
    }
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.remove_passkey",
      subjectKind: "account",
      subjectId: accountId,
    });
    await notify(trx, services.keyring, { accountId, kind: "factor_removed", data: {} });
  });
}
