import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { identifierContext } from "../identifiers/identifier.ts";
import { readPassportValue, type Passport } from "../identifiers/passport.ts";
import { accountKey } from "./keys.ts";

/** The numbers by which an account knows who its person is. */
export interface Identities {
  readonly nik: string | undefined;
  readonly passport: Passport | undefined;
  /** Registration numbers that are names to log in with. */
  readonly numbers: readonly string[];
}

/** Opens NIK, passport and registration numbers of an account. */
export async function readIdentities(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<Identities> {
  const key = await accountKey(db, keyring, accountId);
  const rows = await db
    .selectFrom("account_identifiers")
    .select(["id", "kind", "sealed"])
    .where("account_id", "=", accountId)
    .where("kind", "in", ["nik", "passport", "number"])
    .orderBy(sql`verified_at is not null`)
    .orderBy("created_at")
    .execute();
  const values = rows.map(({ id, kind, sealed }) => ({
    kind,
    value: open(key, sealed, identifierContext(kind, id)).toString("utf8"),
  }));
  const passport = values.find(({ kind }) => kind === "passport")?.value;
  return {
    nik: values.findLast(({ kind }) => kind === "nik")?.value,
    passport: passport === undefined ? undefined : readPassportValue(passport),
    numbers: values.flatMap(({ kind, value }) => (kind === "number" ? [value] : [])),
  };
}
