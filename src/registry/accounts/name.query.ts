import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { nameContext } from "./account.query.ts";
import { openAccountKey } from "./keys.ts";

/** A person's own name, in one round trip; empty when they gave none. Throws when the account does not exist. */
export async function getName(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<string> {
  const row = await db
    .selectFrom("accounts")
    .select(["name_sealed", "key_wrapped"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  if (!row.name_sealed) return "";
  const key = openAccountKey(keyring, accountId, row.key_wrapped);
  return open(key, row.name_sealed, nameContext(accountId)).toString("utf8");
}

/** The names of several people by their account. Throws when an account does not exist. */
export async function getNames(
  db: Kysely<DB>,
  keyring: Keyring,
  accountIds: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const named = [...new Set(accountIds)].map(async (id) => [id, await getName(db, keyring, id)] as const);
  return new Map(await Promise.all(named));
}
