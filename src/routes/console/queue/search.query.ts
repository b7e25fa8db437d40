import { sql, type Transaction } from "kysely";
import type { DB } from "../../../platform/db/generated/schema.ts";
import { nameIndexes, nameWords } from "../../../platform/keys/blind-index.ts";
import type { Keyring } from "../../../platform/keys/keyring.ts";
import { openPersonKey } from "../../../registry/accounts/keys.ts";
import { openApplicantName } from "../../../registry/reviews/submitted.query.ts";

const MOST = 500;

/**
 * The ids of applications whose registration or receipt number begins with the text, or whose name
 * has every word of it. Truncated indexes hit falsely now and then, so the names found are opened
 * and compared. `trx` must come from `withStaff`.
 */
export async function findApplications(trx: Transaction<DB>, keyring: Keyring, search: string): Promise<string[]> {
  const byNumber = await sql<{ id: string }>`
    select id from staff_find_by_number(${search.toUpperCase()}, ${MOST}) as found(id)`.execute(trx);
  const byName = await findByName(trx, keyring, search);
  return [...new Set([...byNumber.rows.map(({ id }) => id), ...byName])];
}

async function findByName(trx: Transaction<DB>, keyring: Keyring, search: string): Promise<string[]> {
  const words = nameWords(search);
  if (words.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    account_id: string;
    institution_id: string;
    name_sealed: Buffer | null;
    key_wrapped: Buffer;
  }>`
    select a.id, a.account_id, a.institution_id, a.name_sealed, k.key_wrapped
    from staff_find_by_name(${nameIndexes(keyring, search)}::integer[], ${MOST}) as found(id)
    join applications a on a.id = found.id
    join person_keys k on k.account_id = a.account_id and k.institution_id = a.institution_id`.execute(trx);
  const hits = await Promise.all(
    rows.map(async (row) => {
      const person = { accountId: row.account_id, institutionId: row.institution_id };
      const key = await openPersonKey(trx, keyring, person, row.key_wrapped);
      const has = new Set(nameWords(openApplicantName(key, row)));
      return words.every((word) => has.has(word)) ? row.id : undefined;
    }),
  );
  return hits.filter((id) => id !== undefined);
}
