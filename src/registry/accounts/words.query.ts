import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { accountKey } from "./keys.ts";

/** The words by which a person knows a true letter; undefined when they chose none. Throws when there is no such account. */
export async function getWords(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<string | undefined> {
  const { words_sealed } = await db
    .selectFrom("accounts")
    .select("words_sealed")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  if (!words_sealed) return undefined;
  return open(await accountKey(db, keyring, accountId), words_sealed, wordsContext(accountId)).toString("utf8");
}

/** Context under which the words of an account are sealed. */
export function wordsContext(accountId: string): string {
  return `accounts|words|${accountId}`;
}
