import postgres from "postgres";

/**
 * A worker process holds one numbered slot for as long as it lives, by an advisory lock of a connection of its own. The
 * lock is the heartbeat: it ends with the process however that dies, and needs no clock and no row. Jobs are locked
 * under `daftar-<slot>`, so whoever finds a slot free knows that every job locked under it was abandoned.
 *
 * graphile-worker alone would leave such jobs locked for four hours.
 */
export type Slot = {
  readonly number: number;
  /**
   * Unlocks the jobs of every slot that nobody else holds, and returns from how many. Call it
   * before the first job is taken with `own` set, later without.
   */
  releaseAbandoned(options: { readonly own: boolean }): Promise<number>;
  close(): Promise<void>;
};

const slots = 64;
const lockClass = 40_211;

/** Takes the first free slot. `onLost` is called when the connection breaks: the slot may then be another's. */
export async function takeSlot(url: string, onLost: () => void): Promise<Slot> {
  let [closing, lost] = [false, false];
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    onclose: () => {
      if (closing) return;
      lost = true;
      onLost();
    },
    connection: {
      application_name: "daftar_worker_slot",
      role: "daftar_worker",
      // A machine that loses power says no goodbye; PostgreSQL notices within a minute.
      tcp_keepalives_idle: 30,
      tcp_keepalives_interval: 10,
      tcp_keepalives_count: 3,
    },
  });
  const close = async () => {
    closing = true;
    // The driver would wait in vain for the answer to what was under way on a connection that broke.
    await sql.end({ timeout: lost ? 0 : 5 });
  };
  try {
    for (let number = 0; number < slots; number++) {
      const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${lockClass}, ${number}) as taken`;
      if (row?.taken) return { number, releaseAbandoned: ({ own }) => releaseAbandoned(sql, own, number), close };
    }
    throw new Error(`All ${slots} worker slots of this database are taken.`);
  } catch (error) {
    await close();
    throw error;
  }
}

async function releaseAbandoned(sql: postgres.Sql, own: boolean, number: number): Promise<number> {
  const locked = await sql<{ worker: string; slot: number }[]>`
    select distinct locked_by as worker, split_part(locked_by, '-', 2)::int as slot
    from graphile_worker._private_jobs where locked_by like 'daftar-%'
    union
    select distinct locked_by, split_part(locked_by, '-', 2)::int
    from graphile_worker._private_job_queues where locked_by like 'daftar-%'`;
  const abandoned: string[] = [];
  for (const { worker, slot } of locked) {
    if (slot === number ? own : await isFree(sql, slot)) abandoned.push(worker);
  }
  if (abandoned.length > 0) await sql`select graphile_worker.force_unlock_workers(${abandoned}::text[])`;
  return abandoned.length;
}

async function isFree(sql: postgres.Sql, slot: number): Promise<boolean> {
  const [row] = await sql<{ held: boolean }[]>`
    select exists (select from pg_locks where locktype = 'advisory' and granted
      and classid = ${lockClass}::oid and objid = ${slot}::oid
      and database = (select oid from pg_database where datname = current_database())) as held`;
  return row?.held === false;
}
