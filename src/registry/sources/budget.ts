import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { SourceSilent } from "../../platform/sources/source.ts";

/**
 * Counts one question to a source. Throws `SourceSilent` with the first moment of the next day, western Indonesian time,
 * when `most` were asked today by all workers together; what waits is asked then.
 */
export async function spendQuestion(db: Kysely<DB>, source: string, most: number): Promise<void> {
  const { rows } = await sql<{ until: Date; used: number | null }>`
    with today as (select (app_now() at time zone 'Asia/Jakarta')::date as day),
      spent as (
        insert into source_budgets as b (source, day, used) select ${source}, day, 1 from today
        on conflict (source, day) do update set used = b.used + 1 where b.used < ${most}
        returning used
      )
    select ((day + 1)::timestamp at time zone 'Asia/Jakarta') as until, (select used from spent) as used from today`.execute(
    db,
  );
  const [row] = rows;
  if (row && row.used === null) throw new SourceSilent(source, { until: row.until });
}
