import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

const batch = 500;

/** Ends every order whose time is over and tells the applicants; gives how many. `db` is a connection of `daftar_worker`. */
export async function expirePayments(db: Kysely<DB>): Promise<number> {
  let all = 0;
  for (;;) {
    const { rows } = await sql<{ ended: number }>`select expire_payments(${batch}) as ended`.execute(db);
    const ended = rows[0]?.ended ?? 0;
    all += ended;
    if (ended < batch) return all;
  }
}
