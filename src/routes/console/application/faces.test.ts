import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, aReviewer } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { aFaceToCompare, publishFaceProgram, withPasskey } from "../../../../test/faces.ts";
import { paths } from "../../../paths.ts";
import { startApplication } from "../../../registry/applications/start.ts";

let world: ConsoleWorld;
let rina: string;
let desk: Desk;
beforeAll(async () => {
  world = await consoleWorld();
  await publishFaceProgram(world);
  rina = await aReviewer(world, world.institutionId);
  desk = await world.signIn(rina);
});
afterAll(() => world.close());

const at = paths.console;

test("an officer sees both pictures, says what they show, and accepts only one and the same person", async () => {
  const id = await aFaceToCompare(world, rina);
  const page = await desk.get(at.application(id));
  expect(page.html).toContain("Bandingkan wajah");
  expect(page.html.match(/class="daftar-face"/g)).toHaveLength(2);
  expect(page.html).toContain("Belum dibandingkan.");

  const missing = await desk.post(at.faces(id), { round: "1" });
  expect((await desk.get(missing.location ?? "")).html).toContain("Pilih hasil perbandingan.");
  for (const outcome of ["different", "unclear"]) {
    await desk.post(at.faces(id), { round: "1", outcome });
    const refused = await desk.post(at.accept(id), { round: "1" });
    expect(refused.html).toContain("bukan orang yang sama");
  }
  await desk.post(at.faces(id), { round: "1", outcome: "same" });
  expect((await desk.get(at.application(id))).html).toContain("Menurut petugas: Orang yang sama");
  expect((await desk.post(at.accept(id), { round: "1" })).location).toContain("done=accepted");
  const acts = await world.database.owner.sql<{ data: object }[]>`
    select data from audit_records where subject_id = ${id} and action = 'application.compare_faces' order by id`;
  expect(acts.map(({ data }) => data)).toEqual([
    { round: 1, outcome: "different" },
    { round: 1, outcome: "unclear" },
    { round: 1, outcome: "same" },
  ]);
});

test("nobody else judges the pictures, nor sees them beside each other", async () => {
  const id = await aFaceToCompare(world, rina);
  const colleague = await world.signIn(await aReviewer(world, world.institutionId));
  expect((await colleague.get(at.application(id))).html).not.toContain('class="daftar-face"');
  expect((await colleague.post(at.faces(id), { round: "1", outcome: "same" })).status).toBe(409);
  expect((await desk.post(at.faces(id), { round: "2", outcome: "same" })).status).toBe(409);
});

test("the registry begins such a program only for whoever has a passkey", async () => {
  const services = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
  const accountId = await anAccount(world);
  const start = () => startApplication(services, { accountId, program: "npwp-berwajah", language: "id" });
  await expect(start()).rejects.toMatchObject({ code: "identity" });
  await withPasskey(world, accountId);
  await expect(start()).resolves.toMatchObject({ isNew: true });
});
