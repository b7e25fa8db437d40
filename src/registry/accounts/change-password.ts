import { Refusal } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { endSessions, type Session } from "../sessions/session.ts";
import type { MarkOwner } from "./devices.ts";
import { isNearly, replacePassword, wasUsed } from "./former-passwords.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/**
 * The password was changed, and the browser stays known by a mark of this owner; or why not: the present one is wrong, or
 * the next one is not new.
 */
export type PasswordChange =
  | { readonly changed: MarkOwner }
  | { readonly refused: "present_wrong" | "used" | "nearly_present" };

/**
 * Sets a new password for whoever knows the present one, ends the other sessions and tells the
 * owner by letter.
 */
export async function changePassword(
  services: AccountServices,
  session: Session,
  change: { readonly present: string; readonly next: string },
): Promise<PasswordChange> {
  const { accountId } = session;
  await services.limits.guess(rules.passwordChange, accountId);
  const row = await services.db
    .selectFrom("accounts")
    .select("password_hash")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const hashed = await hashWhenRight(services, accountId, row.password_hash, change);
  if (hashed === "present_wrong") return { refused: hashed };
  await services.limits.forget(rules.passwordChange, accountId);
  if (!("hash" in hashed)) return hashed;
  const epoch = await services.db.transaction().execute(async (trx) => {
    const forgotten = await replacePassword(trx, accountId, hashed.hash);
    await endSessions(trx, accountId, session.tokenHash);
    await notify(trx, services.keyring, { accountId, kind: "password_changed", data: {} });
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.change_password",
      subjectKind: "account",
      subjectId: accountId,
    });
    return forgotten;
  });
  return { changed: { accountId, epoch } };
}

async function hashWhenRight(
  services: AccountServices,
  accountId: string,
  known: string | null,
  change: { readonly present: string; readonly next: string },
): Promise<{ readonly hash: string } | { readonly refused: "used" | "nearly_present" } | "present_wrong"> {
  try {
    if (!(await services.passwords.matches(known, change.present))) return "present_wrong";
    if (await wasUsed(services, accountId, change.next)) return { refused: "used" };
    if (isNearly(change.present, change.next)) return { refused: "nearly_present" };
    return { hash: await services.passwords.hash(change.next) };
  } catch (error) {
    if (error instanceof Refusal) await services.limits.giveBack(rules.passwordChange, accountId);
    throw error;
  }
}
