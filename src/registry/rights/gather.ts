import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { getOwnRight } from "./own-request.query.ts";

/** Everything that a person asked about their data, opened, for the copy of it; the oldest first. */
export async function gatherRights(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  accountId: string,
) {
  const rows = await db
    .selectFrom("rights_requests")
    .select(["number", "lifted_at"])
    .where("account_id", "=", accountId)
    .orderBy("asked_at")
    .execute();
  const gathered = [];
  for (const { number, lifted_at } of rows) {
    gathered.push({ ...(await getOwnRight(db, keyring, { accountId, number })), lifted_at });
  }
  return gathered;
}
