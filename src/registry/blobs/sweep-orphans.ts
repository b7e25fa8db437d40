import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";

const DAY_MS = 86_400_000;
/** A file is put a moment before its row; nothing that works takes a day between the two. */
const YOUNGEST_DAYS = 1;
/** Older ones were looked at before. A fortnight, so that a worker that stood still for a week leaves nothing behind. */
const OLDEST_DAYS = 14;
const AT_ONCE = 20_000;
/** A process that dies leaves one or two. So many mean that the database is an older one than the files. */
const MOST = 200;

/**
 * Removes sealed files that no row names: their process died between file and row. Gives the number of them. Throws, and
 * removes nothing, where there are so many that the database must have been set back: those files belong to somebody.
 */
export async function sweepOrphans(services: {
  /** A connection of the worker, which alone may ask. */
  readonly db: Kysely<DB>;
  readonly blobs: BlobStore;
}): Promise<number> {
  const { db, blobs } = services;
  // The files' own clock is the machine's, not the database's.
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
  const until = daysAgo(YOUNGEST_DAYS);
  const orphans: string[] = [];
  let names: string[] = [];
  const ask = async () => {
    orphans.push(...(await listUnknown(db, names)));
    names = [];
  };
  for await (const name of blobs.listPut(daysAgo(OLDEST_DAYS), until)) {
    names.push(name);
    if (names.length === AT_ONCE) await ask();
  }
  await ask();
  if (orphans.length > MOST) {
    throw new Error(`${orphans.length} files are named by no row: the database seems older than the files`);
  }
  for (const name of orphans) await blobs.remove(name);
  await blobs.clearUnfinished(until);
  return orphans.length;
}

async function listUnknown(db: Kysely<DB>, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ name: string }>`
    select name from unknown_blobs(${[...names]}::text[]) as name`.execute(db);
  return rows.map(({ name }) => name);
}
