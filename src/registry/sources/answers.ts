import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Source, SourceSilent } from "../../platform/sources/source.ts";

/** What is the same as before is written once in so long: a source may be asked many times a second. */
const NOTED_MS = 30_000;

/** The source, with each answer and each silence noted for the status of the service. `db` is the worker's connection. */
export function notedSource(db: Kysely<DB>, name: string, source: Source): Source {
  let last = { answered: false, at: 0 };
  async function note(answered: boolean): Promise<void> {
    const now = Date.now();
    if (answered === last.answered && now - last.at < NOTED_MS) return;
    last = { answered, at: now };
    const column = sql.ref(answered ? "answered_at" : "silent_at");
    await sql`
      insert into source_answers (source, ${column}) values (${name}, app_now())
      on conflict (source) do update set ${column} = excluded.${column}`.execute(db);
  }
  return {
    async find(nik) {
      try {
        const person = await source.find(nik);
        await note(true);
        return person;
      } catch (error) {
        if (error instanceof SourceSilent) await note(false);
        throw error;
      }
    },
  };
}

/**
 * Whether a source answered the last question within the hour; undefined where nobody asked it for five minutes and it was
 * not silent, or never.
 */
export async function answeredLast(db: Kysely<DB>, source: string): Promise<boolean | undefined> {
  const { rows } = await sql<{ silent: boolean; fresh: boolean }>`
    select silent_at > app_now() - interval '1 hour' and silent_at > coalesce(answered_at, '-infinity') as silent,
      answered_at > app_now() - interval '5 minutes' as fresh
    from source_answers where source = ${source}`.execute(db);
  const [row] = rows;
  if (row?.silent) return false;
  return row?.fresh ? true : undefined;
}
