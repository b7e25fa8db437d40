import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/database.ts";

const database = await testDatabase();
await database.owner.sql`create table deeds (name text)`;
afterAll(() => database.close());
const { kysely } = database.owner;

async function names(): Promise<readonly unknown[]> {
  return (await database.owner.sql`select name from deeds order by name`).map(({ name }) => name as unknown);
}

test("a transaction is written whole or not at all, and gives what its callback gives", async () => {
  const given = await kysely.transaction().execute(async (trx) => {
    await sql`insert into deeds values ('whole')`.execute(trx);
    return 42;
  });
  expect(given).toBe(42);
  const mine = new Error("changed my mind");
  const undone = kysely.transaction().execute(async (trx) => {
    await sql`insert into deeds values ('undone')`.execute(trx);
    throw mine;
  });
  await expect(undone).rejects.toBe(mine);
  expect(await names()).toEqual(["whole"]);
});

test("a transaction has the isolation that was asked for, and refuses to write where it only reads", async () => {
  const reading = kysely.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  const shown = await reading.execute(async (trx) => (await sql`show transaction_isolation`.execute(trx)).rows);
  expect(shown).toEqual([{ transaction_isolation: "repeatable read" }]);
  await expect(reading.execute((trx) => sql`insert into deeds values ('no')`.execute(trx))).rejects.toThrow(
    "read-only",
  );
});

test("counts what was written, and says nothing of what was read", async () => {
  expect((await sql`insert into deeds values ('a'), ('b')`.execute(kysely)).numAffectedRows).toBe(2n);
  expect((await sql`select 1`.execute(kysely)).numAffectedRows).toBeUndefined();
});

test("a quick statement waits for no slow one while a connection is free", async () => {
  const slow = sql`select pg_sleep(1.5)`.execute(kysely);
  await sleep(20);
  const begun = performance.now();
  await Promise.all(Array.from({ length: 30 }, () => sql`select 1`.execute(kysely)));
  expect(performance.now() - begun).toBeLessThan(1_000);
  await slow;
});

test("a transaction whose connection breaks between its statements fails, and the pool works on", async () => {
  const broken = kysely.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await database.owner.sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`;
    // Longer than the driver keeps the socket: what came now would go to nobody, or to another connection.
    await sleep(600);
    await sql`insert into deeds values ('lost')`.execute(trx);
  });
  await expect(broken).rejects.toThrow();
  await vi.waitFor(async () => expect(await names()).toEqual(["a", "b", "whole"]));
  const many = Array.from({ length: 12 }, () => kysely.transaction().execute((trx) => sql`select 1`.execute(trx)));
  expect(await Promise.all(many)).toHaveLength(12);
});
