import { sql, type Kysely, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/**
 * Runs work as staff of these institutions and no others: row-level security hides every other row
 * from the whole transaction, also from a statement that forgets to ask for the institution. `db`
 * must be a connection of `daftar_staff`; the setting ends with the transaction.
 */
export async function withStaff<T>(
  db: Kysely<DB>,
  institutions: readonly string[],
  work: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('daftar.institutions', ${institutions.join(",")}, true)`.execute(trx);
    return work(trx);
  });
}
