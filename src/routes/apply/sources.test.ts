import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anApplication } from "../../../test/applications.ts";
import { people, type TestPerson } from "../../../test/people.ts";
import { npwpPribadi } from "../../../test/programs/compiled.ts";
import { toyRegions } from "../../../test/programs/regions.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { catalogOf } from "../../registry/programs/catalog.ts";
import { loadSource } from "../../registry/sources/load.ts";

const { apply } = paths;
const nik = "3171011705907788";
let app: TestApp;
let siti: TestPerson;
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, npwpPribadi);
  siti = await people.siti(app);
});
afterAll(() => app.close());

async function check(): Promise<void> {
  await app.jobs["check-sources"]?.({}, { attempt: 1, signal: new AbortController().signal });
}

test("the status page says that the check comes later, then which facts differ, and never what the source has", async () => {
  const world = {
    ...app,
    catalog: catalogOf(app.database.web.kysely, toyRegions()),
    institutionId: "",
  };
  const { id } = await anApplication(world, { nik, accountId: siti.accountId }).submitted();
  const status = async () => (await siti.browser.get(apply.status(id))).html;
  expect(await status()).toContain("Data Anda dicocokkan dalam beberapa menit.");
  await check();
  expect(await status()).toContain("Pendaftaran Anda tetap tercatat");

  const csv = Readable.from([`nik,name,birth_date,birth_place\n${nik},RAHASIA CONTOH,1955-05-17,\n`]);
  const onBadLine = ({ problem }: { problem: string }) => expect.unreachable(problem);
  await loadSource({ owner: app.database.owner.kysely, keyring: app.keyring }, { source: "dukcapil", csv, onBadLine });
  await app.database.owner.sql`update source_checks set next_at = app_now()`;
  await check();
  const told = await status();
  expect(told).toContain("Yang berbeda: nama, tanggal lahir.");
  expect(told).not.toMatch(/rahasia|1955/i);

  await app.database.owner.sql`update applications set status = 'returned', marks = '[]' where id = ${id}`;
  expect((await siti.browser.get(apply.tasks(id))).html).toContain("Yang berbeda: nama, tanggal lahir.");
  await app.database.owner.sql`update applications set status = 'withdrawn' where id = ${id}`;
  expect(await status()).not.toContain("Yang berbeda");
});

test("somebody else's comparison is nobody's business", async () => {
  const [row] = await app.database.owner.sql<{ id: string }[]>`select id from applications`;
  const budi = await people.budi(app);
  const page = await budi.browser.get(apply.status(row?.id ?? ""));
  expect(page.status).toBe(404);
});
