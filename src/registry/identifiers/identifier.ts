import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal, type Key } from "../../platform/keys/seal.ts";
import { type Identified, type IdentifierKind, loginIndexes } from "./login-name.ts";

/** What an account is to be known by; `verified` where its owner has proved that it is theirs. */
interface NewIdentifier {
  readonly accountId: string;
  readonly key: Key;
  readonly name: Identified;
  readonly verified: boolean;
}

/** Another account is known by the name. */
class IdentifierTaken extends Error {}

/**
 * Gives an account one more name to be known by. Throws (see `isTaken`) when another has it. A conflict is looked for
 * before anything is written: a plain insert would hold its entry in one index while it waits at the other for the
 * replacing of keys, which in turn waits for that entry.
 */
export async function addIdentifier(db: Kysely<DB>, keyring: Keyring, input: NewIdentifier): Promise<void> {
  const id = uuidv7();
  const { kind, value } = input.name;
  const added = await db
    .insertInto("account_identifiers")
    .values({
      id,
      account_id: input.accountId,
      kind,
      ...loginIndexes(keyring, input.name),
      sealed: seal(input.key, value, identifierContext(kind, id)),
      verified_at: input.verified ? sql`app_now()` : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) throw new IdentifierTaken(`The ${kind} is another account's.`);
}

/**
 * Gives an account its e-mail address. Throws (see `isTaken`) when another
 * account has it.
 */
export async function addEmail(
  db: Kysely<DB>,
  keyring: Keyring,
  input: Omit<NewIdentifier, "name"> & { readonly email: string },
): Promise<void> {
  await addIdentifier(db, keyring, { ...input, name: { kind: "email", value: input.email } });
}

/** The e-mail address of an account. Throws when it has none. */
export async function getEmail(db: Kysely<DB>, key: Key, accountId: string): Promise<string> {
  const row = await db
    .selectFrom("account_identifiers")
    .select(["id", "sealed"])
    .where("account_id", "=", accountId)
    .where("kind", "=", "email")
    .orderBy("created_at", "desc")
    .executeTakeFirstOrThrow();
  return open(key, row.sealed, identifierContext("email", row.id)).toString("utf8");
}

/** Notes that the owner of the address answered a letter. */
export async function verifyEmail(db: Kysely<DB>, accountId: string): Promise<void> {
  await db
    .updateTable("account_identifiers")
    .set({ verified_at: sql`app_now()` })
    .where("account_id", "=", accountId)
    .where("kind", "=", "email")
    .where("verified_at", "is", null)
    .execute();
}

/** Whether an error says that somebody else was faster to take the value. */
export function isTaken(error: unknown): boolean {
  return error instanceof IdentifierTaken;
}

/** Context under which a name is sealed with the account key. */
export function identifierContext(kind: IdentifierKind, id: string): string {
  return `account_identifiers|${kind}|${id}`;
}
