import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/**
 * Where the person is known, of the institutions that the transaction sees: where they applied last, or have proved a
 * number of before, or asked something while signed in that waits for its answer. What others did makes nobody known: not
 * a ticket that an agent linked to the account, nor a case that somebody else's NIK began. Undefined for strangers.
 */
export async function placeOf(trx: Kysely<DB>, accountId: string): Promise<string | undefined> {
  const { rows } = await sql<{ place: string | null }>`
    select coalesce(
      (select a.institution_id from applications a where a.account_id = ${accountId}::uuid order by a.created_at desc limit 1),
      (select m.institution_id from members m where m.account_id = ${accountId}::uuid order by m.proved_at desc limit 1),
      (select t.institution_id from tickets t where t.account_id = ${accountId}::uuid and t.linked_account_id is null
        and t.status <> 'answered' order by t.asked_at desc limit 1)) as place`.execute(trx);
  return rows[0]?.place ?? undefined;
}
