import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import { addEmail } from "../identifiers/identifier.ts";
import { nameContext } from "./account.query.ts";
import { factorContext } from "./authenticator.ts";
import { accountKey, newAccountKey } from "./keys.ts";
import type { Role } from "./permissions.ts";
import { hashPassword } from "./passwords.ts";

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string | Hashed;
  readonly language?: "id" | "en";
}

/** A password that `hashPassword` has hashed: of many people who are made with the same one, it is hashed once. */
export interface Hashed {
  readonly hash: string;
}

export interface NewStaff extends NewAccount {
  readonly roles: readonly { readonly institutionId: string; readonly role: Role }[];
  /** Base32. With it the authenticator counts as set up; without it the person does so at the first login. */
  readonly totpSecret?: string;
}

/**
 * Makes an account that is active at once, as from the command line, for demonstrations and tests.
 * Returns its id. Throws when the address is taken (see `isTaken`). The password is not judged here.
 */
export async function createActiveAccount(db: Kysely<DB>, keyring: Keyring, account: NewAccount): Promise<string> {
  const hash = await hashOf(keyring, account.password);
  return db.transaction().execute((trx) => insertActive(trx, keyring, account, hash));
}

/** Makes a member of staff with roles; needs a connection that may grant them (owner or `daftar_staff`). */
export async function createStaff(db: Kysely<DB>, keyring: Keyring, staff: NewStaff): Promise<string> {
  const hash = await hashOf(keyring, staff.password);
  return db.transaction().execute(async (trx) => {
    const accountId = await insertActive(trx, keyring, staff, hash);
    for (const { institutionId, role } of staff.roles) {
      await trx
        .insertInto("staff_roles")
        .values({ account_id: accountId, institution_id: institutionId, role })
        .execute();
    }
    if (staff.totpSecret !== undefined) await insertFactor(trx, keyring, accountId, staff.totpSecret);
    return accountId;
  });
}

async function hashOf(keyring: Keyring, password: NewAccount["password"]): Promise<string> {
  return typeof password === "string" ? hashPassword(keyring, password) : password.hash;
}

async function insertActive(trx: Kysely<DB>, keyring: Keyring, account: NewAccount, hash: string): Promise<string> {
  const id = uuidv7();
  const { key, wrapped } = newAccountKey(keyring, id);
  await trx
    .insertInto("accounts")
    .values({
      id,
      status: "active",
      language: account.language ?? "id",
      password_hash: hash,
      password_changed_at: sql`app_now()`,
      name_sealed: seal(key, account.name, nameContext(id)),
      key_wrapped: wrapped,
      activated_at: sql`app_now()`,
    })
    .execute();
  await addEmail(trx, keyring, { accountId: id, key, email: account.email, verified: true });
  await recordAudit(trx, {
    actorId: null,
    actorKind: "system",
    action: "account.create",
    subjectKind: "account",
    subjectId: id,
  });
  return id;
}

async function insertFactor(trx: Kysely<DB>, keyring: Keyring, accountId: string, secret: string): Promise<void> {
  const id = uuidv7();
  const key = await accountKey(trx, keyring, accountId);
  await trx
    .insertInto("account_factors")
    .values({
      id,
      account_id: accountId,
      kind: "totp",
      sealed: seal(key, secret, factorContext(id)),
      confirmed_at: sql`app_now()`,
    })
    .execute();
}
