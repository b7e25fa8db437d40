import { getProfile } from "./account.query.ts";
import { hasSecondFactor } from "./factors.query.ts";
import type { PasswordContext } from "./password-rules.ts";
import type { AccountServices } from "./services.ts";

/** What a new password of this person is measured by: its fewest characters, and what it may not be made of. */
export async function passwordContextOf(
  { db, keyring, passwords }: Pick<AccountServices, "db" | "keyring" | "passwords">,
  accountId: string,
): Promise<PasswordContext & { readonly least: number }> {
  const { name, email } = await getProfile(db, keyring, accountId);
  const { alone, withFactor } = passwords.lengths;
  return { name, email, least: (await hasSecondFactor(db, accountId)) ? withFactor : alone };
}
