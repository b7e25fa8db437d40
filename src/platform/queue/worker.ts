import { EventEmitter } from "node:events";
import { Pool } from "pg";
import { run, type Runner, type TaskList, type WorkerEvents } from "graphile-worker";
import type { Running } from "../keep-running.ts";
import type { Log } from "../log.ts";
import { queueLogger } from "./queue-logger.ts";
import { type Slot, takeSlot } from "./slot.ts";

/** What a job is told besides its payload. */
export type JobContext = {
  /** Starts at 1. */
  readonly attempt: number;
  /** Aborted when the process has waited long enough for this job at its end. */
  readonly signal: AbortSignal;
};

/** Throwing means: try again later, with growing pauses. A job may run twice and must do no harm by it. */
export type Job = (payload: unknown, context: JobContext) => Promise<void>;
export type Jobs = Readonly<Record<string, Job>>;

export type WorkerOptions = {
  readonly url: string;
  readonly jobs: Jobs;
  readonly log: Log;
  /** Lines of graphile-worker's crontab: what comes due by the clock. */
  readonly crontab?: string;
  /** How many jobs run at once in this process. */
  readonly concurrency?: number;
};

/**
 * Starts working on jobs; first gives back those that a killed worker left locked. It is lost when the connection that
 * marks it as alive breaks: its jobs may then be another's, so stop it and start anew.
 */
export async function startWorker(options: WorkerOptions): Promise<Running & { stop(): Promise<void> }> {
  const { log } = options;
  let runner: Runner | undefined;
  const concurrency = options.concurrency ?? 3;
  // Ours to end: graphile-worker does not wait until its own pool is closed, and the database may stop right after us.
  const pool = openPool(options, concurrency + 2);
  const lost = Promise.withResolvers<unknown>();
  const slot = await takeSlot(options.url, () => lost.resolve(undefined)).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const stop = async (): Promise<void> => {
    clearInterval(sweep);
    await runner?.stop();
    await pool.end();
    await slot.close();
  };
  const sweep = setInterval(() => void release(slot, false, log), 60_000);
  try {
    await release(slot, true, log);
    runner = await startRunner(options, slot, pool, concurrency);
    runner.promise.then(lost.resolve, lost.resolve);
  } catch (error) {
    await stop();
    throw error;
  }
  return { lost: lost.promise, stop };
}

async function release(slot: Slot, own: boolean, log: Log): Promise<void> {
  try {
    const count = await slot.releaseAbandoned({ own });
    if (count > 0) log.warn({ workers: count }, "gave back the jobs of workers that ended in the middle");
  } catch (error) {
    log.error({ err: error }, "abandoned jobs could not be given back");
  }
}

function startRunner(options: WorkerOptions, slot: Slot, pool: Pool, concurrency: number): Promise<Runner> {
  return run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    logger: queueLogger(options.log),
    events: namePool(`daftar-${slot.number}`),
    taskList: asTasks(options.jobs),
    // Said in batches, the end of a job is tried again when the database does not take it; said one by one, a lost
    // connection becomes a rejection that nobody handles and ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    ...(options.crontab ? { crontab: options.crontab } : {}),
  });
}

/**
 * graphile-worker locks jobs under the name of its pool, which is random and cannot be set by an option. It announces
 * the pool before the first job is taken, which is the moment to name it. The kill -9 test fails if this ever changes.
 */
function namePool(name: string): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => {
    workerPool.id = name;
  });
  return events;
}

function openPool(options: WorkerOptions, max: number): Pool {
  const pool = new Pool({
    connectionString: options.url,
    max,
    application_name: "daftar_worker_queue",
    options: "-c role=daftar_worker",
  });
  // Without listeners, a connection that breaks would end the process; graphile-worker connects anew.
  const report = (error: Error) => options.log.warn({ err: error }, "a connection of the queue broke");
  pool.on("error", report);
  pool.on("connect", (client) => client.on("error", report));
  return pool;
}

function asTasks(jobs: Jobs): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      async (payload: unknown, helpers) => {
        await job(payload, { attempt: helpers.job.attempts, signal: helpers.abortSignal });
      },
    ]),
  ) as TaskList;
}
