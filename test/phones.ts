import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { blindIndexes } from "../src/platform/keys/blind-index.ts";
import { seal } from "../src/platform/keys/seal.ts";
import { accountKey } from "../src/registry/accounts/keys.ts";
import type { TestApp } from "./app.ts";

let given = 0;

/** Gives an account a proven telephone, as if it had typed the code; returns its number. */
export async function givePhone(app: Pick<TestApp, "database" | "keyring">, accountId: string): Promise<string> {
  const db = app.database.owner.kysely;
  const id = uuidv7();
  const number = `+62812340${String(++given).padStart(5, "0")}`;
  await db
    .insertInto("account_identifiers")
    .values({
      id,
      account_id: accountId,
      kind: "phone",
      ...blindIndexes(app.keyring, "phone", number),
      sealed: seal(await accountKey(db, app.keyring, accountId), number, `account_identifiers|phone|${id}`),
      verified_at: sql`app_now()`,
    })
    .execute();
  return number;
}
