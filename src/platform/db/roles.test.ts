import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { databaseRoles, ensureRoles, rolesSql } from "./roles.ts";

const database = await testDatabase();
afterAll(() => database.close());

test("an owner who may not create roles is told the SQL for the administrator", async () => {
  const name = `poor_${new URL(database.url).pathname.slice(-12)}`;
  await database.owner.sql.unsafe(`create role ${name} login password 'poor'`);
  const sql = postgres(Object.assign(new URL(database.url), { username: name, password: "poor" }).href, { max: 1 });
  const failure = await ensureRoles(sql).catch((error: unknown) => error);
  await sql.end();
  expect(String(failure)).toContain(rolesSql(name));

  // What the administrator then runs, without the roles that exist in this cluster already.
  const grants = rolesSql(name)
    .split("\n")
    .filter((line) => line.startsWith("GRANT"));
  expect(grants).toHaveLength(databaseRoles.length);
  for (const grant of grants) await database.owner.sql.unsafe(grant);
  const again = postgres(Object.assign(new URL(database.url), { username: name, password: "poor" }).href, { max: 1 });
  await ensureRoles(again);
  await again.end();
  await database.owner.sql.unsafe(`drop role ${name}`);
});
