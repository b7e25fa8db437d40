import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { accountKey } from "../accounts/keys.ts";
import { identifierContext } from "./identifier.ts";
import { loginIndexes, readNumber } from "./login-name.ts";

/**
 * Makes a registration number a name by which its owner logs in; in the transaction that gave it, as `daftar_staff`.
 * False where the number is somebody's name already: two institutions may give the same number, and the first keeps it.
 */
export async function nameByNumber(
  trx: Kysely<DB>,
  keyring: Keyring,
  of: { readonly applicationId: string; readonly accountId: string; readonly number: string },
): Promise<boolean> {
  const value = readNumber(of.number);
  if (value === undefined) throw new Error(`nobody could log in with the number ${of.number}`);
  const id = uuidv7();
  const { blind_index, blind_index_b } = loginIndexes(keyring, { kind: "number", value });
  const sealed = seal(await accountKey(trx, keyring, of.accountId), value, identifierContext("number", id));
  const { rows } = await sql<{ named: boolean }>`
    select name_by_number(${of.applicationId}::uuid, ${id}::uuid, ${blind_index}, ${blind_index_b}, ${sealed}) as named`.execute(
    trx,
  );
  return rows[0]?.named === true;
}
