import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notify } from "../notices/notify.ts";

/**
 * Writes to everybody whose password expires within 14, 7 or 1 days, once for each and expiry; gives how many letters
 * were new. Somebody who came under a rule late gets the nearest one only. `db` is a connection of `daftar_worker`.
 */
export async function remindPasswords(services: {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}): Promise<number> {
  const { rows } = await sql<{ account_id: string; due_at: Date; days: number }>`
    select account_id, due_at, case when due_at <= app_now() + interval '1 day' then 1
        when due_at <= app_now() + interval '7 days' then 7 else 14 end as days
      from (select r.account_id, password_due(r.account_id) as due_at
        from (select distinct s.account_id from staff_roles s
          join password_rotations o on o.institution_id = s.institution_id and o.role = s.role and o.ended_at is null) r
      ) d
      where due_at > app_now() and due_at <= app_now() + interval '14 days'`.execute(services.db);
  let sent = 0;
  for (const { account_id: accountId, due_at: due, days } of rows) {
    await services.db.transaction().execute(async (trx) => {
      const { numInsertedOrUpdatedRows: fresh } = await trx
        .insertInto("password_reminders")
        .values({ account_id: accountId, due_at: due, days })
        .onConflict((clash) => clash.doNothing())
        .executeTakeFirstOrThrow();
      if (fresh !== 1n) return;
      await notify(trx, services.keyring, { accountId, kind: "password_due", data: { at: due.toISOString() } });
      sent += 1;
    });
  }
  return sent;
}
