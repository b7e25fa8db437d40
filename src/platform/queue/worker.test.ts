import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { keepRunning } from "../keep-running.ts";
import { createLog } from "../log.ts";
import { enqueue } from "./enqueue.ts";
import { type Job, startWorker } from "./worker.ts";

const database = await testDatabase();
const log = createLog({ level: "silent" });
afterAll(() => database.close());

test("a job added in a transaction runs when that commits, and does not exist when it is rolled back", async () => {
  const { job, next } = recorder();
  const worker = await startWorker({ url: database.url, log, jobs: { greet: job } });
  await database.web.kysely.transaction().execute((trx) => enqueue(trx, "greet", { id: "kept" }));
  await database.web.kysely
    .transaction()
    .execute(async (trx) => {
      await enqueue(trx, "greet", { id: "lost" });
      throw new Error("changed my mind");
    })
    .catch(() => undefined);
  await enqueue(database.staff.kysely, "greet", { id: "last" });
  expect([await next(), await next()].toSorted()).toEqual(["kept", "last"]);
  await worker.stop();
});

test("a job that throws is kept for another attempt", async () => {
  const failed = Promise.withResolvers<void>();
  const worker = await startWorker({
    url: database.url,
    log,
    jobs: {
      stumble: () => {
        failed.resolve();
        return Promise.reject(new Error("stumbled"));
      },
    },
  });
  await enqueue(database.web.kysely, "stumble", {}, { key: "stumble" });
  await failed.promise;
  await worker.stop();
  const rows = await database.owner.sql`select attempts, last_error from graphile_worker.jobs where key = 'stumble'`;
  expect(rows[0]).toMatchObject({ attempts: 1, last_error: expect.stringContaining("stumbled") as string });
});

test("stopping waits for the job that runs", async () => {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  let finished = false;
  const slow: Job = async () => {
    begun.resolve();
    await finish.promise;
    finished = true;
  };
  const worker = await startWorker({ url: database.url, log, jobs: { slow } });
  await enqueue(database.web.kysely, "slow", {});
  await begun.promise;
  const stopped = worker.stop();
  finish.resolve();
  await stopped;
  expect(finished).toBe(true);
});

test("a job that was running in a killed worker runs again at the next start", async () => {
  await enqueue(database.web.kysely, "linger", { id: "abandoned" });
  const killed = spawnWorker("linger");
  await once(killed.stdout ?? killed, "data");
  await kill(killed);

  const { job, next } = recorder();
  const worker = await startWorker({ url: database.url, log, jobs: { linger: job } });
  // graphile-worker alone would give it back after four hours, which outlasts the test.
  expect(await next()).toBe("abandoned");
  await worker.stop();
});

test("a job that runs in a living worker is left to it", async () => {
  await enqueue(database.web.kysely, "linger", { id: "mine" });
  const living = spawnWorker("linger");
  await once(living.stdout ?? living, "data");
  const { job, count } = recorder();
  const other = await startWorker({ url: database.url, log, jobs: { linger: job } });
  await other.stop();
  await kill(living);
  expect(count()).toBe(0);
});

test("a worker whose connection broke is lost, stops, and another takes its jobs", async () => {
  const { job, next } = recorder();
  const start = () => startWorker({ url: database.url, log, jobs: { greet: job } });
  const told: string[] = [];
  const worker = await keepRunning("the worker", start, (what) => told.push(what));
  await database.owner.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like 'daftar_worker\_%'`;
  await vi.waitFor(() => expect(told).toContain("the worker runs again"), { timeout: 20_000 });
  await enqueue(database.web.kysely, "greet", { id: "after" });
  expect(await next()).toBe("after");
  await worker.stop();
});

/** Another process whose job prints a line and never ends. */
function spawnWorker(name: string): ChildProcess {
  const script = `
    import { startWorker } from ${JSON.stringify(join(import.meta.dirname, "worker.ts"))};
    import { createLog } from ${JSON.stringify(join(import.meta.dirname, "../log.ts"))};
    const job = () => new Promise(() => console.log("running"));
    await startWorker({ url: ${JSON.stringify(database.url)}, log: createLog({ level: "silent" }), jobs: { ${name}: job } });`;
  return spawn(process.execPath, ["--input-type=module-typescript", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

function recorder(): { job: Job; next(): Promise<string>; count(): number } {
  const seen: string[] = [];
  const waiting: ((id: string) => void)[] = [];
  let count = 0;
  return {
    count: () => count,
    job: (payload) => {
      const { id } = payload as { id: string };
      count += 1;
      const wake = waiting.shift();
      if (wake) wake(id);
      else seen.push(id);
      return Promise.resolve();
    },
    next: () => {
      const id = seen.shift();
      return id === undefined ? new Promise((wake) => waiting.push(wake)) : Promise.resolve(id);
    },
  };
}
