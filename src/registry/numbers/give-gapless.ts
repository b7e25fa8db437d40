import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** How many entries of the record one transaction looks through: none holds its applications long. */
const batch = 2_000;

/**
 * Gives the numbers of all programs whose numbers have no gaps, to the deeds that were sealed since the last call and
 * in the order of the record; returns how many it gave. May run in many processes at once: one of them gives. Killed
 * anywhere it gave a batch wholly or not at all. Where a program fails, the others go on, and the first failure is
 * thrown at the end. `db` is a connection of `daftar_worker`.
 */
export async function giveGaplessNumbers(db: Kysely<DB>): Promise<number> {
  const programs = await db.selectFrom("gapless_programs").select("program_id").execute();
  const failures: unknown[] = [];
  let sum = 0;
  for (const { program_id } of programs) {
    try {
      sum += await giveAll(db, program_id);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return sum;
}

async function giveAll(db: Kysely<DB>, programId: string): Promise<number> {
  let sum = 0;
  for (;;) {
    const { rows } = await sql<{ entries: number; given: number }>`
      select * from give_gapless_numbers(${programId}::uuid, ${batch})`.execute(db);
    const [row] = rows;
    sum += row?.given ?? 0;
    if (!row || row.entries < batch) return sum;
  }
}
