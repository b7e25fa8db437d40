import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { paths } from "../../../paths.ts";
import { checkWaiting } from "../../../registry/sources/check.ts";
import { loadSource } from "../../../registry/sources/load.ts";
import { tableSource } from "../../../registry/sources/people.ts";

let world: ConsoleWorld;
let desk: Desk;
beforeAll(async () => {
  world = await consoleWorld();
  desk = await world.signIn(await aReviewer(world, world.institutionId));
});
afterAll(() => world.close());

async function check(): Promise<void> {
  const { database, keyring, catalog } = world;
  const db = database.worker.kysely;
  const sourceOf = (source: string) => tableSource(db, keyring, source);
  await checkWaiting({ db, keyring, catalog, sourceOf }, { until: Date.now() + 20_000 });
}

test("the workbench tells what a source said, from not asked yet to what differs, and never what the source has", async () => {
  const { id } = await anApplication(world, { nik: "3171011705907777" }).submitted();
  const page = async () => (await desk.get(paths.console.application(id))).html;
  expect(await page()).toContain("Belum diperiksa");
  await check();
  expect(await page()).toContain("Belum tersedia");
  expect(await page()).toContain("akan ditanyakan lagi dengan sendirinya");

  await loadSource(
    { owner: world.database.owner.kysely, keyring: world.keyring },
    {
      source: "dukcapil",
      csv: Readable.from(["nik,name,birth_date,birth_place\n3171011705907777,RAHASIA CONTOH,1955-05-17,\n"]),
      onBadLine: ({ problem }) => expect.unreachable(problem),
    },
  );
  expect((await desk.post(paths.console.recheck(id), {})).status).toBe(303);
  await check();
  const told = await page();
  expect(told).toContain("Berbeda");
  expect(told).toContain("nama, tanggal lahir");
  expect(told).not.toMatch(/rahasia/i);
  expect(told).not.toContain("1955");
});
