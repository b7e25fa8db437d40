import { setTimeout as sleep } from "node:timers/promises";
import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** How many drafts one transaction closes: few enough that an extension or a save never waits long. */
export const closingBatch = 5_000;
/** How many transactions run at once; the database does the work, so more than its processors gain nothing. */
const lanes = 2;

export interface Closed {
  readonly submitted: number;
  readonly locked: number;
}

/**
 * Closes every draft of a program whose closing and grace are over, in batches: complete ones with declaration and
 * agreement are submitted, the others locked (see the SQL function `close_program_batch`). Does nothing before the
 * moment. May run in many workers at once, and again after any of them was killed. `db` is a connection of
 * `daftar_worker`.
 */
export async function closeProgram(db: Kysely<DB>, programId: string, batch = closingBatch): Promise<Closed> {
  const done = { submitted: 0, locked: 0 };
  // A draft that somebody was saving at that moment was passed over; it is free again in a moment. What is held longer
  // is found by the next run.
  for (let tries = 0; tries < 25; tries++) {
    if (tries > 0) await sleep(200);
    await Promise.all(Array.from({ length: lanes }, () => closeInBatches(db, programId, batch, done)));
    if (!(await listProgramsToClose(db)).includes(programId)) break;
  }
  return done;
}

async function closeInBatches(
  db: Kysely<DB>,
  programId: string,
  batch: number,
  done: { submitted: number; locked: number },
): Promise<void> {
  let last: string | null = null;
  for (;;) {
    const closed = await closeBatch(db, programId, batch, last);
    if (!closed || closed.submitted + closed.locked === 0) return;
    last = closed.last;
    done.submitted += closed.submitted;
    done.locked += closed.locked;
  }
}

/** One transaction, over drafts after `last`, or from the beginning; gives the last draft that it closed, to go on there. */
async function closeBatch(db: Kysely<DB>, programId: string, batch: number, last: string | null) {
  const { rows } = await sql<Closed & { readonly last: string | null }>`
    select * from close_program_batch(${programId}::uuid, ${batch}, ${last}::uuid)`.execute(db);
  return rows[0];
}

/** Programs with drafts whose closing and grace are over. */
export async function listProgramsToClose(db: Kysely<DB>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from programs_to_close() as id`.execute(db);
  return rows.map(({ id }) => id);
}
