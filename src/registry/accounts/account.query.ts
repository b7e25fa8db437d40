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

/** As long as what the database keeps of a real one, so that an unknown name brings as many bytes. */
const NOBODY = { id: "00000000-0000-7000-8000-000000000000", passwordHash: "0".repeat(183) };

/**
 * The account of whatever a person calls themselves, or undefined. An unknown name looks for nobody's account and brings
 * a row of the same size: whether there is one must not be told by the clock.
 */
export async function findAccount(
  db: Kysely<DB>,
  keyring: Keyring,
  name: LoginName,
): Promise<FoundAccount | undefined> {
  const named = db
    .selectFrom("account_identifiers as i")
    .select("i.account_id")
    .where("i.kind", "=", name.kind)
    .where(isIndex("i", loginIndex(keyring, name)))
    // Several may state the same NIK: it is a name of whoever proved it, and till then of whoever stated it first.
    .orderBy(sql`i.verified_at is null`)
    .orderBy("i.created_at")
    .limit(1);
  const { known, ...account } = await db
    .selectFrom(sql<{ id: string }>`(select coalesce((${named}), ${NOBODY.id}::uuid) as id)`.as("s"))
    .leftJoin("accounts as a", "a.id", "s.id")
    .select(sql<boolean>`a.id is not null`.as("known"))
    .select("s.id")
    .select(sql<FoundAccount["status"]>`coalesce(a.status, 'closed')`.as("status"))
    .select(
      sql<string | null>`case when a.id is null then ${NOBODY.passwordHash} else a.password_hash end`.as(
        "passwordHash",
      ),
    )
    .select(sql<boolean>`exists (select from staff_roles r where r.account_id = s.id)`.as("staff"))
    .executeTakeFirstOrThrow();
  return known ? account : undefined;
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
