import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { nik as nikField } from "../../program/fields/nik.ts";
import { loadRegions } from "../programs/regions.ts";
import { tableSource } from "../sources/people.ts";
import { ensureSources, listSourcePeople } from "./source-people.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("makes a thousand people whom the NIK's own rules take, each once", async () => {
  const people = listSourcePeople();
  expect(new Set(people.map(({ nik }) => nik)).size).toBe(1000);
  const regions = await loadRegions();
  const field = nikField.definition.parse({ id: "nik", type: "nik", label: { id: "NIK", en: "NIK" } });
  for (const { nik, name } of people) {
    expect(nikField.check(field, { nik }, { regions } as never), nik).toMatchObject({ errors: [], warnings: [] });
    expect(name).toMatch(/ CONTOH$/);
  }
});

it("loads four sources once, each with its part of them", async () => {
  const keyring = randomKeyring();
  await ensureSources({ owner: database.owner.kysely, keyring });
  const read = () => database.owner.sql`select source, people, loaded_at from sources order by people desc`;
  const first = await read();
  expect(first).toMatchObject([
    { source: "dukcapil", people: 1000 },
    { source: "dapodik", people: 250 },
    { source: "thk2", people: 200 },
    { source: "lulus_pg", people: 143 },
  ]);
  await ensureSources({ owner: database.owner.kysely, keyring });
  expect(await read()).toEqual(first);
  const [person] = listSourcePeople();
  const source = tableSource(database.worker.kysely, keyring, "dukcapil");
  expect(await source.find(person?.nik ?? "")).toMatchObject({ name: person?.name, kk: person?.kk });
});
