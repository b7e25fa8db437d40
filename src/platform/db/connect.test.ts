import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/database.ts";

const database = await testDatabase();
afterAll(() => database.close());

test("every pool works under its role", async () => {
  for (const role of ["web", "worker", "staff"] as const) {
    expect([...(await database[role].sql`select current_user as name`)]).toEqual([{ name: `daftar_${role}` }]);
  }
});

test("bigint arrives as a number and refuses to lose digits", async () => {
  expect([...(await database.web.sql`select 9007199254740991::bigint as size`)]).toEqual([
    { size: Number.MAX_SAFE_INTEGER },
  ]);
  await expect(database.web.sql`select 9007199254740993::bigint as size`).rejects.toThrow(RangeError);
});

test("a day is text and a moment is a Date", async () => {
  const [row] = await database.web.sql`select '2026-01-31'::date as day, '2026-01-31T00:00:00Z'::timestamptz as moment`;
  expect(row).toEqual({ day: "2026-01-31", moment: new Date("2026-01-31T00:00:00Z") });
});

test("no role of the application may create tables", async () => {
  for (const role of ["web", "worker", "staff"] as const) {
    await expect(database[role].sql`create table mine (id int)`).rejects.toThrow("permission denied");
  }
});

test("a transaction whose connection breaks fails, also when it goes on and rolls back, and the pool works on", async () => {
  const { kysely, sql: worker } = database.worker;
  const later: unknown[] = [];
  const broken = kysely.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    const terminated = database.owner.sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute();
    await sql`select pg_sleep(5)`.execute(trx).catch((error: unknown) => later.push(error));
    await terminated;
    await sql`select 1`.execute(trx);
  });
  await expect(broken).rejects.toThrow();
  expect(later).toHaveLength(1);
  // Without its guard the driver ends this process here, and with it the test.
  const again = async () => expect([...(await worker`select 1 as one`)]).toEqual([{ one: 1 }]);
  await vi.waitFor(again, { timeout: 20_000 });
});

test("a connection that nobody uses breaks without a word, and the next statement finds another", async () => {
  const [row] = await database.staff.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await database.owner.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
  await sleep(400);
  expect([...(await database.staff.sql`select 1 as one`)]).toEqual([{ one: 1 }]);
});

test("reads share their connections, each with its own answer, and nothing is written there", async () => {
  const { reads } = database.web;
  const one = (n: number) => sql<{ n: number; pid: number }>`select ${n}::int as n, pg_backend_pid() as pid`;
  const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => one(n).execute(reads)));
  expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  expect(new Set(answers.map(({ rows }) => rows[0]?.pid)).size).toBe(1);
  await expect(sql`update sessions set seen_at = now()`.execute(reads)).rejects.toThrow("read-only");
  await database.owner.sql`select pg_terminate_backend(${answers[0]?.rows[0]?.pid ?? 0})`;
  const again = async () => expect((await one(1).execute(reads)).rows[0]?.n).toBe(1);
  await vi.waitFor(again, { timeout: 20_000 });
});
