import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { accountKey } from "../accounts/keys.ts";

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  accountId: string,
): Promise<readonly OwnPasskey[]> {
  const rows = await services.db
    .selectFrom("passkeys")
    .select(["id", "name_sealed", "created_at", "used_at"])
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .execute();
  if (rows.length === 0) return [];
  const key = await accountKey(services.db, services.keyring, accountId);
  return rows.map((row) => ({
    id: row.id,
    name: open(key, row.name_sealed, passkeyNameContext(row.id)).toString("utf8"),
    createdAt: row.created_at,
    usedAt: row.used_at,
  }));
}

/** Context under which the name of a passkey is sealed. */
export function passkeyNameContext(id: string): string {
  return `passkeys|name|${id}`;
}
