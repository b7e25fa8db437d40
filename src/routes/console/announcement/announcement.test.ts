import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld } from "../../../../test/console.ts";
import { npwpPribadi, readProgram } from "../../../../test/programs/compiled.ts";
import { daysFromNow } from "../../../../test/seed.ts";
import { paths } from "../../../paths.ts";
import { acceptApplication } from "../../../registry/reviews/accept.ts";

let world: ConsoleWorld;
const at = paths.console.announcement("npwp-pribadi");
const day = daysFromNow(9).slice(0, 10);
beforeAll(async () => {
  world = await consoleWorld();
  await publish(world, { ...readProgram(npwpPribadi), announcement: { at: null } });
});
afterAll(() => world.close());

async function admin() {
  return world.signIn(await aReviewer(world, world.institutionId, ["institution_admin"], "Agus Contoh"));
}

test("an officer sees how many verdicts wait, sets the time with a reason, and finds it in the history", async () => {
  const rina = await aReviewer(world, world.institutionId);
  const { id } = await anApplication(world).claimedBy(rina);
  const services = { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
  const institutions = [world.institutionId];
  await acceptApplication(services, { applicationId: id, institutions, actorId: rina, round: 1 });
  const reviewer = await world.signIn(rina);
  const seen = await reviewer.get(`${paths.console.application(id)}?done=decided`);
  for (const said of ["menunggu pengumuman", "Keputusan tersimpan", "belum diumumkan", "Diterima · NPWP-"])
    expect(seen.html).toContain(said);
  expect((await reviewer.get(`${paths.console.queue}?status=decided`)).html).toContain("menunggu pengumuman");

  const desk = await admin();
  expect((await desk.get(paths.console.programs)).html).toContain(at);
  const before = await desk.get(at);
  expect(before.html).toContain("waktu belum ditetapkan");
  expect(before.html).toMatch(/Keputusan yang menunggu[\s\S]*?<dd[^>]*>\s*1\s*</);
  const done = await desk.post(at, { day, time: "10.00", reason: "Rapat <pleno>." });
  expect(done.location).toBe(`${at}?done=moved`);
  const after = await desk.get(`${at}?done=moved`);
  for (const said of ["Waktu pengumuman ditetapkan", "Agus Contoh", "Rapat &lt;pleno&gt;.", "10.00 WIB"])
    expect(after.html).toContain(said);
});

test.each([
  [{ day: "2027-02-30" }, "Tulis tanggal seperti"],
  [{ day: "2001-01-01" }, "harus di waktu mendatang"],
  [{ time: "10" }, "Tulis jam seperti"],
  [{ reason: " " }, "Tulis alasan"],
  [{ reason: "x\u0000" }, "Tulis alasan"],
])("%j is said at its field", async (change, message) => {
  const desk = await admin();
  const answer = await desk.post(at, { day, time: "10:00", reason: "Sebab", ...change });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(message);
});

test("what was announced can no longer be moved", async () => {
  await sql`update programs set announced_at = app_now()`.execute(world.database.owner.kysely);
  const desk = await admin();
  expect((await desk.get(at)).html).toContain("Hasil sudah diumumkan");
  const answer = await desk.post(at, { day, time: "10:00", reason: "Terlambat" });
  expect(answer.html).toContain("tidak dapat diubah lagi");
});
