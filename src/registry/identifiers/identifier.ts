import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal, type Key } from "../../platform/keys/seal.ts";
import { emailIndexes } from "./email.ts";

/**
 * Gives an account its e-mail address. Throws a unique violation (see `isTaken`) when another
 * account has it.
 */
export async function addEmail(
  db: Kysely<DB>,
  keyring: Keyring,
  input: { readonly accountId: string; readonly key: Key; readonly email: string; readonly verified: boolean },
): Promise<void> {
  const id = uuidv7();
  await db
    .insertInto("account_identifiers")
    .values({
      id,
      account_id: input.accountId,
      kind: "email",
      ...emailIndexes(keyring, input.email),
      sealed: seal(input.key, input.email, context(id)),
      verified_at: input.verified ? sql`app_now()` : null,
    })
    .execute();
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
  return open(key, row.sealed, context(row.id)).toString("utf8");
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
  return (
    error instanceof Error &&
    "constraint_name" in error &&
    (error.constraint_name === "account_identifiers__once_on_platform" ||
      error.constraint_name === "account_identifiers__once_in_b")
  );
}

function context(id: string): string {
  return `account_identifiers|email|${id}`;
}
