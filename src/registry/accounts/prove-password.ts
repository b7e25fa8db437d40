import { Refusal } from "../../platform/refusals.ts";
import { refreshProof, type Session } from "../sessions/session.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/** Takes the password once more from whoever is signed in. Wrong ones count like those at changing the password. */
export async function provePassword(services: AccountServices, session: Session, password: string): Promise<boolean> {
  await services.limits.guess(rules.passwordChange, session.accountId);
  const { password_hash: known } = await services.db
    .selectFrom("accounts")
    .select("password_hash")
    .where("id", "=", session.accountId)
    .executeTakeFirstOrThrow();
  try {
    if (!(await services.passwords.matches(known, password))) return false;
  } catch (error) {
    // Nothing was compared, so nothing was guessed.
    if (error instanceof Refusal) await services.limits.giveBack(rules.passwordChange, session.accountId);
    throw error;
  }
  await services.limits.forget(rules.passwordChange, session.accountId);
  await refreshProof(services.db, session.tokenHash);
  return true;
}
