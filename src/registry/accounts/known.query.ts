import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { familyCardContext } from "./family-card.ts";
import { accountKey } from "./keys.ts";

/** What an account knows of its person, by the names that `from` uses in program files. */
export type Known = Readonly<
  Record<
    "account.name" | "account.nik" | "account.kk" | "account.email" | "account.phone" | "account.birth_date",
    string | undefined
  >
>;

/** Opens what the account knows of its person, to begin a page with. */
export async function readKnown(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<Known> {
  const [key, account, identifiers] = await Promise.all([
    accountKey(db, keyring, accountId),
    db
      .selectFrom("accounts")
      .select(["name_sealed", "kk_sealed"])
      .where("id", "=", accountId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom("account_identifiers")
      .select(["id", "kind", "sealed"])
      .where("account_id", "=", accountId)
      .orderBy(sql`verified_at is null`)
      .orderBy("created_at", "desc")
      .execute(),
  ]);
  function identifier(kind: string): string | undefined {
    const found = identifiers.find((one) => one.kind === kind);
    return found && open(key, found.sealed, `account_identifiers|${kind}|${found.id}`).toString("utf8");
  }
  return {
    "account.name": account.name_sealed
      ? open(key, account.name_sealed, `accounts|name|${accountId}`).toString("utf8")
      : undefined,
    "account.nik": identifier("nik"),
    "account.kk": account.kk_sealed
      ? open(key, account.kk_sealed, familyCardContext(accountId)).toString("utf8")
      : undefined,
    "account.email": identifier("email"),
    "account.phone": identifier("phone"),
    "account.birth_date": undefined,
  };
}
