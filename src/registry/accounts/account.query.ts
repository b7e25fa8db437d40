import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { getEmail } from "../identifiers/identifier.ts";
import { loginIndex, type LoginName } from "../identifiers/login-name.ts";
import { accountKey } from "./keys.ts";

/** What login needs to know of an account. */
export interface FoundAccount {
  readonly id: string;
  readonly status: "pending" | "active" | "closed";
  readonly passwordHash: string | null;
  readonly staff: boolean;
}

/** The account of an e-mail address, or undefined. */
export async function findAccountByEmail(
  db: Kysely<DB>,
  keyring: Keyring,
  email: string,
): Promise<FoundAccount | undefined> {
  return findAccount(db, keyring, { kind: "email", value: email });
}

/** The account of whatever a person calls themselves, or undefined. */
export async function findAccount(
  db: Kysely<DB>,
  keyring: Keyring,
  name: LoginName,
): Promise<FoundAccount | undefined> {
  return db
    .selectFrom("account_identifiers as i")
    .innerJoin("accounts as a", "a.id", "i.account_id")
    .select(["a.id", "a.status", "a.password_hash as passwordHash"])
    .select(sql<boolean>`exists (select from staff_roles r where r.account_id = a.id)`.as("staff"))
    .where("i.kind", "=", name.kind)
    .where(isIndex("i", loginIndex(keyring, name)))
    .executeTakeFirst();
}

/** A person as their own pages show them. */
export interface Profile {
  readonly name: string;
  readonly email: string;
  readonly language: "id" | "en";
}

/** The profile of an account. Throws when the account does not exist. */
export async function getProfile(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<Profile> {
  const key = await accountKey(db, keyring, accountId);
  const row = await db
    .selectFrom("accounts")
    .select(["name_sealed", "language"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  return {
    name: row.name_sealed ? open(key, row.name_sealed, nameContext(accountId)).toString("utf8") : "",
    email: await getEmail(db, key, accountId),
    language: row.language,
  };
}

/** Context under which the name of an account is sealed. */
export function nameContext(accountId: string): string {
  return `accounts|name|${accountId}`;
}
