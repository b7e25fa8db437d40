import { CompiledQuery, type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { identifierContext } from "../identifiers/identifier.ts";
import { loginIndex, type LoginName } from "../identifiers/login-name.ts";
import type { MarkOwner } from "./devices.ts";
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

/** A row of `findToLogIn`. */
export interface FoundRow extends FoundAccount {
  readonly known: boolean;
  readonly keyWrapped: Buffer;
  /** How often the account has forgotten the browsers that were there before. */
  readonly epoch: number;
  /** The place, from 1, of the account among those of which the browser has marks. */
  readonly device: number | null;
  /** How many tries are counted for that browser now. */
  readonly tries: number | null;
}

/** A browser that has logged in to an account before, and the key of the counter of its tries. */
export interface Counter extends MarkOwner {
  readonly key: string;
}

// A text from the start: building it anew for each login costs as much as asking it.
const findToLogIn = `
  select known, account_id as id, account_status as status, hash as "passwordHash", is_staff as staff,
    wrapped as "keyWrapped", epoch, device, tries
  from find_to_log_in($1, $2, $3, $4, $5, $6, $7)`;

/**
 * The account of a name by its `loginIndex`; where one of the counters is the account's, a try is counted there, with a
 * count that begins anew after so many seconds. A name of nobody brings as many bytes and costs the database as much:
 * whether there is an account must not be told by the clock.
 */
export async function findAndCount(
  db: Kysely<DB>,
  name: { readonly kind: LoginName["kind"]; readonly index: Buffer },
  counters: readonly Counter[],
  seconds: number,
): Promise<FoundRow> {
  const now = Date.now();
  const accounts = counters.map(({ accountId }) => accountId);
  const epochs = counters.map(({ epoch }) => epoch);
  const keys = counters.map(({ key }) => key);
  const values = [name.kind, name.index, accounts, epochs, keys, now + seconds * 1000, now];
  const [found] = (await db.executeQuery<FoundRow>(CompiledQuery.raw(findToLogIn, values))).rows;
  if (!found) throw new Error("The database did not look for an account.");
  return found;
}

/** The account of whatever a person calls themselves, or undefined. */
export async function findAccount(
  db: Kysely<DB>,
  keyring: Keyring,
  name: LoginName,
): Promise<FoundAccount | undefined> {
  const found = await findAndCount(db, { kind: name.kind, index: loginIndex(keyring, name) }, [], 0);
  return found.known ? found : undefined;
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
