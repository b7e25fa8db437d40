import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

const batch = 5_000;

/** The programs whose announcement is due, or was begun and not finished. */
export async function listProgramsToAnnounce(db: Kysely<DB>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select programs_to_announce() as id`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Tells all verdicts that a program held, once its moment has come: each once, however often and by however many
 * workers this is called. Gives how many it told; 0 before the moment. `db` is a connection of `daftar_worker`.
 */
export async function announceVerdicts(db: Kysely<DB>, programId: string): Promise<number> {
  await sql`select begin_announcement(${programId}::uuid)`.execute(db);
  let sum = 0;
  for (;;) {
    const { rows } = await sql<{ count: number }>`select announce_batch(${programId}::uuid, ${batch}) as count`.execute(
      db,
    );
    const count = rows[0]?.count ?? 0;
    if (count === 0) return sum;
    sum += count;
  }
}
