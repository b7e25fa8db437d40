import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { emailIndex } from "../identifiers/email.ts";

/** Whether an address is a proven one of an account. */
export async function ownsEmail(db: Kysely<DB>, keyring: Keyring, accountId: string, email: string): Promise<boolean> {
  const own = await db
    .selectFrom("account_identifiers as i")
    .select("i.id")
    .where("i.account_id", "=", accountId)
    .where("i.kind", "=", "email")
    .where("i.verified_at", "is not", null)
    .where(isIndex("i", emailIndex(keyring, email)))
    .executeTakeFirst();
  return own !== undefined;
}
