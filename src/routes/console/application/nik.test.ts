import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld } from "../../../../test/console.ts";
import { paths } from "../../../paths.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.close());

const at = paths.console;

test("queue and application mark a NIK that two state; the officer who sees it on the KTP says so, for one of them", async () => {
  const rina = await aReviewer(world, world.institutionId);
  const desk = await world.signIn(rina);
  const nik = "3171015705900651";
  const first = await anApplication(world, { nik }).submitted();
  const second = await anApplication(world, { nik }).claimedBy(rina);
  const queue = await desk.get(`${at.queue}?status=all`);
  expect(queue.html.match(/NIK di akun lain/g)).toHaveLength(2);
  const page = await desk.get(at.application(second.id));
  expect(page.html).toContain("Juga ditulis di akun lain");
  expect(page.html).toContain("NIK sesuai KTP");
  // A case is begun for one of them, once; the other side knows nothing of it before it is sent.
  expect((await desk.post(at.inviteToNikCase(first.id))).status).toBe(303);
  await desk.post(at.inviteToNikCase(first.id));
  expect((await desk.get(at.application(first.id))).html).toContain("bukti pendaftar ditunggu");
  expect((await desk.get(at.application(second.id))).html).not.toContain("bukti pendaftar ditunggu");
  const begun = await world.database.owner.sql<{ status: string; letters: number }[]>`
    select c.status, (select count(*)::int from notices n where n.kind = 'nik_case_begun' and n.account_id = c.claimant_id)
      as letters from nik_cases c where c.claimant_id = ${first.accountId}`;
  expect(begun).toEqual([{ status: "gathering", letters: 1 }]);
  // Only whoever has taken the application says what is on its card.
  expect((await desk.get(at.application(first.id))).html).not.toContain("NIK sesuai KTP");
  expect((await desk.post(at.seenNik(first.id), { round: "1" })).status).toBe(409);

  expect((await desk.post(at.seenNik(second.id), { round: "1" })).status).toBe(303);
  expect((await desk.get(at.application(second.id))).html).toContain("Terbukti milik pendaftar");
  expect((await desk.get(at.application(first.id))).html).toContain("Akun lain sudah membuktikan NIK ini");
  const after = (await desk.get(`${at.queue}?status=all`)).html;
  expect(after.match(/NIK milik akun lain/g)).toHaveLength(1);
  expect(after).not.toContain("NIK di akun lain");
});
