import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../src/platform/db/generated/schema.ts";
import type { Keyring } from "../src/platform/keys/keyring.ts";
import { seal } from "../src/platform/keys/seal.ts";
import { accountKey } from "../src/registry/accounts/keys.ts";
import { passkeyNameContext } from "../src/registry/passkeys/list.query.ts";

/** A passkey in an account's list, for pages about it: no device is behind it, so it signs nobody in. Returns its id. */
export async function aPasskey(
  owner: Kysely<DB>,
  keyring: Keyring,
  passkey: { readonly accountId: string; readonly name: string },
): Promise<string> {
  const id = uuidv7();
  const key = await accountKey(owner, keyring, passkey.accountId);
  await owner
    .insertInto("passkeys")
    .values({
      id,
      account_id: passkey.accountId,
      credential_id: `no-device-${id}`,
      public_key: Buffer.alloc(32),
      counter: 0,
      name_sealed: seal(key, passkey.name, passkeyNameContext(id)),
    })
    .execute();
  return id;
}
