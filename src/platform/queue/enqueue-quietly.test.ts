import { sql } from "kysely";
import { afterAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { createLog } from "../log.ts";
import { startWorker } from "./worker.ts";

const database = await testDatabase();
afterAll(() => database.close());

test("a job that wakes nobody is done all the same, the first of its kind and the next", async () => {
  const done: unknown[] = [];
  await add({ id: "first" });
  const worker = await startWorker({
    url: database.url,
    log: createLog({ level: "silent" }),
    jobs: {
      whisper: (payload) => {
        done.push(payload);
        return Promise.resolve();
      },
    },
  });
  try {
    await vi.waitFor(() => expect(done).toEqual([{ id: "first" }]), { timeout: 10_000 });
    await add({ id: "second" });
    await vi.waitFor(() => expect(done).toEqual([{ id: "first" }, { id: "second" }]), { timeout: 10_000 });
  } finally {
    await worker.stop();
  }
});

test("it exists exactly when what caused it was committed", async () => {
  await add({ id: "kept" });
  await database.web.kysely
    .transaction()
    .execute(async (trx) => {
      await sql`select enqueue_quietly('whisper', ${{ id: "lost" }}::jsonb)`.execute(trx);
      throw new Error("undone");
    })
    .catch(() => undefined);
  const jobs = await database.owner.sql`select payload from graphile_worker._private_jobs`;
  expect(jobs.map(({ payload }) => payload as unknown)).toEqual([{ id: "kept" }]);
});

async function add(payload: { id: string }): Promise<void> {
  await sql`select enqueue_quietly('whisper', ${payload}::jsonb)`.execute(database.web.kysely);
}
