import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { parseProgram } from "../../program/parse.ts";
import { ensureInstitution, publishProgram } from "../programs/publish.ts";
import { makeNumberSeries } from "./make-series.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const parsed = parseProgram(
    readFileSync(new URL("../../../programs/npwp-pribadi/program.yaml", import.meta.url), "utf8"),
  );
  if (!parsed.ok) throw new Error("the program does not parse");
  const owner = database.owner.kysely;
  await ensureInstitution(owner, randomKeyring(), { slug: "djp", name: { id: "Instansi contoh", en: "Example" } });
  await publishProgram(owner, parsed.program, null);
});
afterAll(() => database.close());

async function periods(): Promise<string[]> {
  const rows = await database.owner.kysely.selectFrom("number_series").select("period").orderBy("period").execute();
  return rows.map(({ period }) => period);
}

test("the worker makes the series of the next year ahead, and twice does no harm", async () => {
  const before = await periods();
  expect(before).toHaveLength(2);
  await makeNumberSeries(database.worker.kysely);
  expect(await periods()).toEqual(before);
  await sql`delete from number_series`.execute(database.owner.kysely);
  await makeNumberSeries(database.worker.kysely);
  await makeNumberSeries(database.worker.kysely);
  expect(await periods()).toEqual(before);
});

test("a web process cannot make a series", async () => {
  await expect(makeNumberSeries(database.web.kysely)).rejects.toThrow(/permission denied/);
});

test("numbers of a series never come twice, whoever asks at the same moment", async () => {
  const [program] = await database.owner.kysely.selectFrom("programs").select("id").execute();
  const [period] = await periods();
  const asked = await Promise.all(
    Array.from({ length: 200 }, () =>
      sql<{ n: number }>`select next_number(${program?.id ?? ""}::uuid, ${period ?? ""}) as n`.execute(
        database.web.kysely,
      ),
    ),
  );
  const numbers = asked.map(({ rows }) => rows[0]?.n);
  expect(new Set(numbers).size).toBe(200);
});
