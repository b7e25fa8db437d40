import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { findPendingMigrations, migrate } from "./migrate.ts";

const database = await testDatabase();
const root = mkdtempSync(join(tmpdir(), "daftar-migrations-"));
const folders = { migrations: join(root, "migrations"), functions: join(root, "functions") };
const first = "20260101T0000-create-shelves.sql";
const second = "20260102T0000-create-books.sql";

beforeEach(async () => {
  await database.owner.sql.unsafe("drop table if exists shelves, books, schema_migrations, schema_functions");
  rmSync(root, { recursive: true, force: true });
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  write({ [first]: "create table shelves (id int)", [second]: "create table books (id int)" });
});
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await database.close();
});

test("a migrated database has nothing pending, and migrating twice does no harm", async () => {
  expect(await findPendingMigrations(database.owner.sql, folders)).toEqual([first, second]);
  expect(await migrate(database.url, folders)).toEqual([first, second]);
  expect(await migrate(database.url, folders)).toEqual([]);
  expect(await findPendingMigrations(database.owner.sql, folders)).toEqual([]);
});

test("three processes that migrate at once run each migration exactly once", async () => {
  const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url, folders)));
  expect(runs.flat().toSorted()).toEqual([first, second]);
});

test("an edited migration that already ran is refused", async () => {
  await migrate(database.url, folders);
  write({ [first]: "create table shelves (id bigint)" });
  await expect(migrate(database.url, folders)).rejects.toThrow(`The migration ${first} was edited after it ran.`);
});

test("a migration that fails leaves nothing behind and names itself", async () => {
  write({ [second]: "create table books (id int); select 1 / 0" });
  await expect(migrate(database.url, folders)).rejects.toThrow(
    `The migration ${second} failed and was undone: division`,
  );
  expect(await findPendingMigrations(database.owner.sql, folders)).toEqual([second]);
  write({ [second]: "create table books (id int)" });
  expect(await migrate(database.url, folders)).toEqual([second]);
});

test("a migration named before one that ran is refused", async () => {
  await migrate(database.url, folders);
  write({ "20260101T1200-create-chairs.sql": "select 1" });
  await expect(migrate(database.url, folders)).rejects.toThrow("Give it a later name.");
});

test("a database that is newer than the program is refused", async () => {
  write({ "20260103T0000-create-desks.sql": "select 1" });
  await migrate(database.url, folders);
  rmSync(join(folders.migrations, "20260103T0000-create-desks.sql"));
  await expect(migrate(database.url, folders)).rejects.toThrow("The database is newer than this program");
});

test("a name out of the pattern is refused", async () => {
  write({ "create_desks.sql": "select 1" });
  await expect(migrate(database.url, folders)).rejects.toThrow("is not named like");
});

test("a function's newest text replaces it together with the last migration", async () => {
  write({ [first]: `create table shelves (id int); ${pages(1)}` });
  writeFunction(pages(2));
  await migrate(database.url, folders);
  expect(await countPages()).toBe(2);

  writeFunction(pages(3));
  await expect(migrate(database.url, folders)).rejects.toThrow("The function pages was edited after it ran.");
  expect(await countPages()).toBe(2);
  write({ "20260103T0000-count-pages.sql": "-- Pages are three." });
  await migrate(database.url, folders);
  expect(await countPages()).toBe(3);
  expect(await migrate(database.url, folders)).toEqual([]);
});

test("a function that fails undoes the migration it came with, and names itself", async () => {
  writeFunction("create or replace function pages() returns int language sql as 'select count(*) from chairs'");
  await expect(migrate(database.url, folders)).rejects.toThrow("The function pages failed and was undone: relation");
  expect(await findPendingMigrations(database.owner.sql, folders)).toEqual([second]);
});

test("a file that replaces another function than its own is refused", async () => {
  writeFunction("create or replace function leaves() returns int language sql as 'select 1'");
  await expect(migrate(database.url, folders)).rejects.toThrow("does not say `create or replace function pages(`");
});

function pages(count: number): string {
  return `create or replace function pages() returns int language sql as 'select ${count}'`;
}

async function countPages(): Promise<number | undefined> {
  const [row] = await database.owner.sql<{ pages: number }[]>`select pages()`;
  return row?.pages;
}

function write(files: Record<string, string>): void {
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folders.migrations, name), sql);
}

function writeFunction(sql: string): void {
  writeFileSync(join(folders.functions, "pages.sql"), sql);
}
