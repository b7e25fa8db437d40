import { sql } from "kysely";
import { writtenNameIndexes } from "../../platform/keys/blind-index.ts";
import type { IndexKeys } from "../../platform/keys/index-keys.ts";
import { openPersonKey } from "../accounts/keys.ts";
import { openApplicantName } from "../reviews/submitted.query.ts";
import type { KeyServices } from "./rotate.ts";

const BATCH = 500;

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly institution_id: string;
  readonly name_sealed: Uint8Array;
  readonly key_wrapped: Uint8Array;
}

/**
 * Writes the truncated indexes of every applicant's name anew, under the given keys. They are too short to be carried
 * over, so the names are opened for it. A name that changes meanwhile keeps what was written with it.
 */
export async function rewriteNames(
  { owner, keyring }: Pick<KeyServices, "owner" | "keyring">,
  keys: IndexKeys,
): Promise<void> {
  let after: string | undefined;
  do {
    const { rows } = await sql<Row>`
      select a.id, a.account_id, a.institution_id, a.name_sealed, k.key_wrapped
      from applications a join person_keys k on k.account_id = a.account_id and k.institution_id = a.institution_id
      where a.name_sealed is not null and ${after === undefined ? sql`true` : sql`a.id > ${after}::uuid`}
      order by a.id limit ${BATCH}`.execute(owner);
    for (const row of rows) {
      const person = { accountId: row.account_id, institutionId: row.institution_id };
      const key = await openPersonKey(owner, keyring, person, row.key_wrapped);
      const indexes = writtenNameIndexes({ index: keys }, openApplicantName(key, row));
      // Row by row: a batch would hold some rows while it waits for others, and somebody else the other way round.
      await sql`update applications set name_indexes = ${indexes}::integer[]
        where id = ${row.id}::uuid and name_sealed = ${row.name_sealed} and name_indexes <> ${indexes}::integer[]`.execute(
        owner,
      );
    }
    after = rows.at(-1)?.id;
  } while (after !== undefined);
}
