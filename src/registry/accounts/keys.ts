import type { Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import { newWrappedKey, unwrapKey, type Keyring } from "../../platform/keys/keyring.ts";
import { keyFrom, newKey, open, seal, type Key } from "../../platform/keys/seal.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

// Unwrapped keys are kept for a short while in the process that needs them, never on disk. A key
// destroyed in the database dies here within the time below.
const KEPT_MS = 60_000;
/** The key of an institution changes while the service runs; what seals with it must hear of it soon. */
export const INSTITUTION_KEPT_MS = 5_000;
const kept = new WeakMap<Keyring, LRUCache<string, Key>>();

function keptKeys(keyring: Keyring): LRUCache<string, Key> {
  const known = kept.get(keyring) ?? new LRUCache<string, Key>({ max: 10_000, ttl: KEPT_MS });
  kept.set(keyring, known);
  return known;
}

/** Forgets, in this process, the keys of a person whose key was destroyed: their account's, and those at the institutions. */
export function forgetKeys(keyring: Keyring, accountId: string, ...institutionIds: readonly string[]): void {
  const cache = keptKeys(keyring);
  cache.delete(`account ${accountId}`);
  for (const institutionId of institutionIds) cache.delete(personContext({ accountId, institutionId }));
}

/** A fresh account key with its wrapped form for `accounts.key_wrapped`. */
export function newAccountKey(keyring: Keyring, accountId: string): { key: Key; wrapped: Buffer } {
  return newWrappedKey(keyring, accountContext(accountId));
}

/** Opens the wrapped key of an account row that was read already. */
export function openAccountKey(keyring: Keyring, accountId: string, wrapped: Uint8Array): Key {
  return unwrapKey(keyring, wrapped, accountContext(accountId));
}

/** Context under which the key of an account is wrapped. */
export function accountContext(accountId: string): string {
  return `accounts|key|${accountId}`;
}

/** Context under which the keys of an institution are wrapped. */
export function institutionContext(institutionId: string): string {
  return `institutions|key|${institutionId}`;
}

/** The key of an account, whose wrapped form may have been read already. Throws when the account does not exist. */
export async function accountKey(
  db: Kysely<DB>,
  keyring: Keyring,
  accountId: string,
  wrapped?: Uint8Array,
): Promise<Key> {
  const cache = keptKeys(keyring);
  const known = cache.get(`account ${accountId}`);
  if (known) return known;
  const key = openAccountKey(keyring, accountId, wrapped ?? (await readAccountKey(db, accountId)));
  cache.set(`account ${accountId}`, key);
  return key;
}

async function readAccountKey(db: Kysely<DB>, accountId: string): Promise<Uint8Array> {
  const account = db.selectFrom("accounts").select("key_wrapped").where("id", "=", accountId);
  return (await account.executeTakeFirstOrThrow()).key_wrapped;
}

/** A fresh institution key with its wrapped form for `institutions.key_wrapped`. */
export function newInstitutionKey(keyring: Keyring, institutionId: string): { key: Key; wrapped: Buffer } {
  return newWrappedKey(keyring, institutionContext(institutionId));
}

/**
 * The key of an institution, which also opens what its former key sealed. Throws when the institution does not exist.
 */
export async function institutionKey(db: Kysely<DB>, keyring: Keyring, institutionId: string): Promise<Key> {
  const cache = keptKeys(keyring);
  const known = cache.get(`institution ${institutionId}`);
  if (known) return known;
  const row = await db
    .selectFrom("institutions")
    .select(["key_wrapped", "former_key_wrapped"])
    .where("id", "=", institutionId)
    .executeTakeFirstOrThrow();
  const context = institutionContext(institutionId);
  const key = unwrapKey(keyring, row.key_wrapped, context);
  const former = row.former_key_wrapped && unwrapKey(keyring, row.former_key_wrapped, context);
  const both = former ? { ...key, former: [former] } : key;
  cache.set(`institution ${institutionId}`, both, { ttl: INSTITUTION_KEPT_MS });
  return both;
}

/** Whose data at which institution a key opens. */
export interface PersonAt {
  readonly accountId: string;
  readonly institutionId: string;
}

/** Context under which a person's key at an institution is wrapped. */
export function personContext(person: PersonAt): string {
  return `person_keys|${person.accountId}|${person.institutionId}`;
}

/** The key of a person at an institution. Throws when the person never began an application there. */
export async function personKey(db: Kysely<DB>, keyring: Keyring, person: PersonAt): Promise<Key> {
  const cache = keptKeys(keyring);
  const context = personContext(person);
  const known = cache.get(context);
  if (known) return known;
  const row = await db
    .selectFrom("person_keys")
    .select("key_wrapped")
    .where("account_id", "=", person.accountId)
    .where("institution_id", "=", person.institutionId)
    .executeTakeFirstOrThrow();
  const key = await openPersonKey(db, keyring, person, row.key_wrapped);
  cache.set(context, key);
  return key;
}

/** Opens the wrapped key of a `person_keys` row that was read already. */
export async function openPersonKey(
  db: Kysely<DB>,
  keyring: Keyring,
  person: PersonAt,
  wrapped: Uint8Array,
): Promise<Key> {
  return keyFrom(open(await institutionKey(db, keyring, person.institutionId), wrapped, personContext(person)));
}

/** The key of a person at an institution, made when the person begins there for the first time. */
export async function ensurePersonKey(db: Kysely<DB>, keyring: Keyring, person: PersonAt): Promise<Key> {
  const wrapping = await institutionKey(db, keyring, person.institutionId);
  await db
    .insertInto("person_keys")
    .values({
      account_id: person.accountId,
      institution_id: person.institutionId,
      key_wrapped: seal(wrapping, newKey().bytes, personContext(person)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Whoever had everything erased there and begins anew has another key than the one that may be kept here.
  keptKeys(keyring).delete(personContext(person));
  return personKey(db, keyring, person);
}
