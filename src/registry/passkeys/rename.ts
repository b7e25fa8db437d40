import { seal } from "../../platform/keys/seal.ts";
import { accountKey } from "../accounts/keys.ts";
import type { AccountServices } from "../accounts/services.ts";
import { recordAudit } from "../audit/record.ts";
import type { Session } from "../sessions/session.ts";
import { passkeyNameContext } from "./list.query.ts";

/** Calls one of the person's passkeys by another name. Does nothing for one that is not theirs. */
export async function renamePasskey(
  services: AccountServices,
  session: Session,
  passkey: { readonly id: string; readonly name: string },
): Promise<void> {
  const { accountId } = session;
  const key = await accountKey(services.db, services.keyring, accountId);
  await services.db.transaction().execute(async (trx) => {
    const renamed = await trx
      .updateTable("passkeys")
      .set({ name_sealed: seal(key, passkey.name, passkeyNameContext(passkey.id)) })
      .where("id", "=", passkey.id)
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    if (renamed.numUpdatedRows === 0n) return;
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.rename_passkey",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
}
