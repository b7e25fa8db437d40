import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { findPendingMigrations, migrate } from "./migrate.ts";

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "daftar-migrations-"));
const first = "20260101T0000-create-shelves.sql";
const second = "20260102T0000-create-books.sql";

beforeEach(async () => {
  await database.owner.sql.unsafe("drop table if exists shelves, books, schema_migrations");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  write({ [first]: "create table shelves (id int)", [second]: "create table books (id int)" });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

test("a migrated database has nothing pending, and migrating twice does no harm", async () => {
  expect(await findPendingMigrations(database.owner.sql, folder)).toEqual([first, second]);
  expect(await migrate(database.url, folder)).toEqual([first, second]);
  expect(await migrate(database.url, folder)).toEqual([]);
  expect(await findPendingMigrations(database.owner.sql, folder)).toEqual([]);
});

test("three processes that migrate at once run each migration exactly once", async () => {
  const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)));
  expect(runs.flat().toSorted()).toEqual([first, second]);
});

test("an edited migration that already ran is refused", async () => {
  await migrate(database.url, folder);
  write({ [first]: "create table shelves (id bigint)" });
  await expect(migrate(database.url, folder)).rejects.toThrow(`The migration ${first} was edited after it ran.`);
});

test("a migration that fails leaves nothing behind and names itself", async () => {
  write({ [second]: "create table books (id int); select 1 / 0" });
  await expect(migrate(database.url, folder)).rejects.toThrow(
    `The migration ${second} failed and was undone: division`,
  );
  expect(await findPendingMigrations(database.owner.sql, folder)).toEqual([second]);
  write({ [second]: "create table books (id int)" });
  expect(await migrate(database.url, folder)).toEqual([second]);
});

test("a migration named before one that ran is refused", async () => {
  await migrate(database.url, folder);
  write({ "20260101T1200-create-chairs.sql": "select 1" });
  await expect(migrate(database.url, folder)).rejects.toThrow("Give it a later name.");
});

test("a database that is newer than the program is refused", async () => {
  write({ "20260103T0000-create-desks.sql": "select 1" });
  await migrate(database.url, folder);
  rmSync(join(folder, "20260103T0000-create-desks.sql"));
  await expect(migrate(database.url, folder)).rejects.toThrow("The database is newer than this program");
});

test("a name out of the pattern is refused", async () => {
  write({ "create_desks.sql": "select 1" });
  await expect(migrate(database.url, folder)).rejects.toThrow("is not named like");
});

function write(files: Record<string, string>): void {
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
}
