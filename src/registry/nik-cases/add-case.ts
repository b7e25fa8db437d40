import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { newKey, seal } from "../../platform/keys/seal.ts";
import { institutionKey } from "../accounts/keys.ts";
import { caseKeyContext } from "./case.ts";

interface NewCase {
  readonly institutionId: string;
  readonly claimantId: string;
  /** Of the NIK, as `account_identifiers` and `applications` have it. */
  readonly blind_index: Buffer | null;
  readonly blind_index_b: Buffer | null;
}

/** Adds a case that binds nobody before it is sent; gives its id, or undefined where one of the claimant's is not closed. */
export async function addCase(
  trx: Kysely<DB>,
  keyring: Keyring,
  { institutionId, claimantId, ...indexes }: NewCase,
): Promise<string | undefined> {
  const id = uuidv7();
  const wrapping = await institutionKey(trx, keyring, institutionId);
  const added = await trx
    .insertInto("nik_cases")
    .values({
      id,
      institution_id: institutionId,
      claimant_id: claimantId,
      ...indexes,
      key_wrapped: seal(wrapping, newKey().bytes, caseKeyContext(id)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added?.id;
}
