import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { identityIndex } from "../applications/identity.ts";

/** What a person tells the officer from their papers. */
export interface Facts {
  /** NIK on the KTP, sixteen digits. */
  readonly nik: string;
  /** Receipt or registration number of one of their applications, in capitals. */
  readonly number: string;
}

/**
 * Whether both facts fit an account: the NIK is the one it applied with, and the number is of an application of its own
 * at an institution that the transaction sees. Never says which one differs.
 */
export async function factsFit(trx: Kysely<DB>, keyring: Keyring, accountId: string, facts: Facts): Promise<boolean> {
  const identity = await trx
    .selectFrom("account_identifiers")
    .select("id")
    .where("account_id", "=", accountId)
    .where("kind", "=", "nik")
    .where(isIndex("account_identifiers", identityIndex(keyring, facts.nik)))
    .executeTakeFirst();
  const application = await trx
    .selectFrom("applications")
    .select("id")
    .where("account_id", "=", accountId)
    .where((one) => one.or([one("receipt", "=", facts.number), one("number", "=", facts.number)]))
    .executeTakeFirst();
  return identity !== undefined && application !== undefined;
}
