import { CompiledQuery, type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { identifierContext } from "../identifiers/identifier.ts";
import { loginIndex, type LoginName } from "../identifiers/login-name.ts";
import { openAccountKey } from "./keys.ts";

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
const NOBODY = {
  id: "00000000-0000-7000-8000-000000000000",
  passwordHash: "0".repeat(183),
  keyWrapped: Buffer.alloc(65),
};

/** A row of `foundAccount`. */
export interface FoundRow extends FoundAccount {
  readonly known: boolean;
  readonly keyWrapped: Buffer;
}

/**
 * The account of a name, with the parameters of `foundBy`. An unknown name looks for nobody's account and brings a row of
 * the same size: whether there is one must not be told by the clock.
 */
export const foundAccount = `
  select a.id is not null as known, s.id, coalesce(a.status, 'closed') as status,
    case when a.id is null then $4 else a.password_hash end as "passwordHash",
    exists (select from staff_roles r where r.account_id = s.id) as staff,
    coalesce(a.key_wrapped, $5) as "keyWrapped"
  from (
    select coalesce((
      select i.account_id from account_identifiers i
      where i.kind = $1 and (i.blind_index = $2 or i.blind_index_b = $2)
      -- Several may state the same NIK: it is a name of whoever proved it, and till then of whoever stated it first.
      order by i.verified_at is null, i.created_at
      limit 1), $3::uuid) as id
  ) s
  left join accounts a on a.id = s.id`;

/** The first five parameters of a statement with `foundAccount`; `index` is the name's `loginIndex`. */
export function foundBy(kind: LoginName["kind"], index: Buffer): unknown[] {
  return [kind, index, NOBODY.id, NOBODY.passwordHash, NOBODY.keyWrapped];
}

/** The account of whatever a person calls themselves, or undefined. */
export async function findAccount(
  db: Kysely<DB>,
  keyring: Keyring,
  name: LoginName,
): Promise<FoundAccount | undefined> {
  const asked = CompiledQuery.raw(foundAccount, foundBy(name.kind, loginIndex(keyring, name)));
  const [found] = (await db.executeQuery<FoundRow>(asked)).rows;
  return found?.known ? found : undefined;
}

/** A person as their own pages show them. */
export interface Profile {
  readonly name: string;
  readonly email: string;
  readonly language: "id" | "en";
}

/** The profile of an account. Throws when the account does not exist. */
export async function getProfile(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<Profile> {
  const profile = (await listProfiles(db, keyring, [accountId])).get(accountId);
  if (!profile) throw new Error("There is no such account.");
  return profile;
}

/** The profiles of many accounts by their ids, read at once; whoever has no account has none. */
export async function listProfiles(
  db: Kysely<DB>,
  keyring: Keyring,
  accountIds: Iterable<string>,
): Promise<ReadonlyMap<string, Profile>> {
  const rows = await db
    .selectFrom("accounts as a")
    .innerJoin("account_identifiers as i", "i.account_id", "a.id")
    .distinctOn("a.id")
    .select(["a.id", "a.name_sealed", "a.language", "a.key_wrapped", "i.id as email_id", "i.sealed as email_sealed"])
    .where("i.kind", "=", "email")
    .where(sql<boolean>`a.id = any(${[...accountIds]}::uuid[])`)
    .orderBy("a.id")
    .orderBy("i.created_at", "desc")
    .execute();
  return new Map(
    rows.map((row) => {
      const key = openAccountKey(keyring, row.id, row.key_wrapped);
      const name = row.name_sealed ? open(key, row.name_sealed, nameContext(row.id)).toString("utf8") : "";
      const email = open(key, row.email_sealed, identifierContext("email", row.email_id)).toString("utf8");
      return [row.id, { name, email, language: row.language }];
    }),
  );
}

/** Context under which the name of an account is sealed. */
export function nameContext(accountId: string): string {
  return `accounts|name|${accountId}`;
}
