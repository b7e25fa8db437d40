import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/**
 * Makes the number series of every program for this year and the next, each year by the clock of
 * the program's institution. Those that are there already stay as they are.
 */
export async function makeNumberSeries(db: Kysely<DB>): Promise<void> {
  await sql`
    select make_number_series(p.id, to_char((app_now() + ahead) at time zone i.zone, 'YYYY'))
    from programs p
    join institutions i on i.id = p.institution_id
    cross join (values (interval '0'), (interval '1 year')) as years (ahead)`.execute(db);
}
