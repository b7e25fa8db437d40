import { randomInt } from "node:crypto";
import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../src/platform/db/generated/schema.ts";
import { blindIndexes } from "../src/platform/keys/blind-index.ts";
import type { Keyring } from "../src/platform/keys/keyring.ts";
import { seal } from "../src/platform/keys/seal.ts";
import { accountKey } from "../src/registry/accounts/keys.ts";

/** Gives an account a proven telephone, as if it had typed the code; returns its number, which nobody else has. */
export async function givePhone(owner: Kysely<DB>, keyring: Keyring, accountId: string): Promise<string> {
  const id = uuidv7();
  const number = `+62812${String(randomInt(100_000_000)).padStart(8, "0")}`;
  await owner
    .insertInto("account_identifiers")
    .values({
      id,
      account_id: accountId,
      kind: "phone",
      ...blindIndexes(keyring, "phone", number),
      sealed: seal(await accountKey(owner, keyring, accountId), number, `account_identifiers|phone|${id}`),
      verified_at: sql`app_now()`,
    })
    .execute();
  return number;
}
