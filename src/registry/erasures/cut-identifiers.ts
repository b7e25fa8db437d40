import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { accountKey } from "../accounts/keys.ts";
import { identifierContext } from "../identifiers/identifier.ts";

/**
 * What an account stated with an application bears the application's id. Once that is erased the account keeps it under
 * an id of its own, so that nothing joins the two.
 */
export async function cutIdentifiers(trx: Kysely<DB>, keyring: Keyring, accountId: string): Promise<void> {
  const rows = await trx
    .selectFrom("account_identifiers as i")
    .innerJoin("applications as a", "a.id", "i.id")
    .select(["i.id", "i.kind", "i.sealed"])
    .where("i.account_id", "=", accountId)
    .where("a.erased_at", "is not", null)
    .execute();
  if (rows.length === 0) return;
  const key = await accountKey(trx, keyring, accountId);
  for (const { id, kind, sealed } of rows) {
    const fresh = uuidv7();
    const resealed = seal(key, open(key, sealed, identifierContext(kind, id)), identifierContext(kind, fresh));
    await sql`select rename_identifier(${id}::uuid, ${fresh}::uuid, ${resealed}::bytea)`.execute(trx);
  }
}
