import { readStaffRule } from "../password-policies/policies.query.ts";
import { getProfile } from "./account.query.ts";
import { hasSecondFactor } from "./factors.query.ts";
import type { PasswordContext } from "./password-rules.ts";
import type { AccountServices } from "./services.ts";

/**
 * What a new password of this person is measured by: its fewest characters by the platform and by the institutions where
 * they work, and what it may not be made of.
 */
export async function passwordContextOf(
  { db, keyring, passwords }: Pick<AccountServices, "db" | "keyring" | "passwords">,
  accountId: string,
): Promise<PasswordContext> {
  const { name, email } = await getProfile(db, keyring, accountId);
  const { alone, withFactor } = passwords.lengths;
  const asked = await readStaffRule(db, accountId);
  const least = (await hasSecondFactor(db, accountId)) ? withFactor : alone;
  return { name, email, least: Math.max(least, asked.least), kinds: asked.kinds };
}
