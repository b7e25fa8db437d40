import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { writeSql } from "./write-sql.ts";
import { writeTypes } from "./write-types.ts";

const root = join(import.meta.dirname, "../..");
const database = await testDatabase();
afterAll(() => database.close());

test("schema.sql is what the migrations make; run `npm run schema` when it is not", async () => {
  expect(await writeSql(database.owner.sql)).toBe(readFileSync(join(root, "schema.sql"), "utf8"));
});

test("the generated types are what the migrations make; run `npm run schema` when they are not", async () => {
  expect(await writeTypes(database.owner.sql)).toBe(
    readFileSync(join(root, "src/platform/db/generated/schema.ts"), "utf8"),
  );
});

test("every table and every column says what it means", async () => {
  const silent = await database.owner.sql<{ name: string }[]>`
    select c.relname || coalesce('.' || a.attname, '') as name
    from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('schema_migrations', 'schema_functions')
      and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)
    order by 1`;
  expect(silent.map(({ name }) => name)).toEqual([]);
});
