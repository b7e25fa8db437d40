import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { expect, inject } from "vitest";
import { connect, type Db } from "../src/platform/db/connect.ts";

export type TestDatabase = {
  readonly owner: Db;
  readonly web: Db;
  readonly worker: Db;
  readonly staff: Db;
  readonly url: string;
  /** Call it in `afterAll`. Throws when anyone else still holds a connection. */
  close(): Promise<void>;
};

/** A copy of the migrated template for this test file alone: `const database = await testDatabase()` at its top. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(inject("templateUrl"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(template.href, async (sql) => {
    // Copying files costs a third of writing each page anew.
    await sql.unsafe(`create database ${name} template ${template.pathname.slice(1)} strategy file_copy`);
    await sql.unsafe(`comment on database ${name} is '${(expect.getState().testPath ?? name).replaceAll("'", "''")}'`);
  });
  const url = Object.assign(new URL(template), { pathname: `/${name}` }).href;
  const pools = {
    owner: connect({ url, max: 4 }),
    web: connect({ url, role: "daftar_web", max: 4, reads: 1 }),
    worker: connect({ url, role: "daftar_worker", max: 4 }),
    staff: connect({ url, role: "daftar_staff", max: 4 }),
  };
  let closed = false;
  return {
    ...pools,
    url,
    close: async () => {
      if (closed) return;
      closed = true;
      await Promise.all(Object.values(pools).map((pool) => pool.close()));
      await administer(template.href, async (sql) => {
        const open = await listConnections(sql, name);
        await sql.unsafe(`drop database ${name} with (force)`);
        if (open.length > 0) throw new Error(`The test left connections open: ${open.join("; ")}`);
      });
    },
  };
}

/** Administration from the cluster's own database: a template in use could not be copied. */
async function administer(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(Object.assign(new URL(url), { pathname: "/postgres" }).href, {
    max: 1,
    onnotice: () => undefined,
  });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

/** A closed socket takes PostgreSQL a moment to notice. */
async function listConnections(sql: postgres.Sql, name: string): Promise<readonly string[]> {
  const deadline = Date.now() + 2_000;
  for (;;) {
    const rows = await sql<{ open: string }[]>`
      select application_name || ': ' || left(query, 80) as open from pg_stat_activity where datname = ${name}`;
    if (rows.length === 0 || Date.now() > deadline) return rows.map(({ open }) => open);
    await sleep(20);
  }
}
