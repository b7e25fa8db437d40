import { sql } from "kysely";
import { Refusal } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { endSessions, type Session } from "../sessions/session.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/**
 * Sets a new password for whoever knows the present one, ends the other sessions and tells the
 * owner by letter. False when the present password is wrong.
 */
export async function changePassword(
  services: AccountServices,
  session: Session,
  change: { readonly present: string; readonly next: string },
): Promise<boolean> {
  const { accountId } = session;
  await services.limits.guess(rules.passwordChange, accountId);
  const row = await services.db
    .selectFrom("accounts")
    .select("password_hash")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const hash = await hashWhenRight(services, accountId, row.password_hash, change);
  if (hash === undefined) return false;
  await services.limits.forget(rules.passwordChange, accountId);
  await services.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("accounts")
      .set({ password_hash: hash, password_changed_at: sql`app_now()` })
      .where("id", "=", accountId)
      .execute();
    await endSessions(trx, accountId, session.tokenHash);
    await notify(trx, services.keyring, { accountId, kind: "password_changed", data: {} });
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.change_password",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
  return true;
}

async function hashWhenRight(
  services: AccountServices,
  accountId: string,
  known: string | null,
  change: { readonly present: string; readonly next: string },
): Promise<string | undefined> {
  try {
    if (!(await services.passwords.matches(known, change.present))) return undefined;
    return await services.passwords.hash(change.next);
  } catch (error) {
    if (error instanceof Refusal) await services.limits.giveBack(rules.passwordChange, accountId);
    throw error;
  }
}
