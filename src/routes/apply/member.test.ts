import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { people, type TestPerson } from "../../../test/people.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { findAccount } from "../../registry/accounts/account.query.ts";
import { readLoginName } from "../../registry/identifiers/login-name.ts";

let app: TestApp;
let dewi: TestPerson;
beforeAll(async () => {
  app = await testApp({ worker: true });
  const { institutionId } = await publishFrom(app, "programs/pamjaki-anggota");
  await publishFrom(app, "programs/pamjaki-seminar");
  dewi = await people.dewi(app, institutionId);
});
afterAll(() => app.close());

type Page = readonly [step: string, typed: Record<string, string | string[]>];

const contact = { surel: "siti.contoh@example.com", nomor_hp: "0812 3456 7890" };
const birth = { "tanggal_lahir.day": "17", "tanggal_lahir.month": "5", "tanggal_lahir.year": "1990" };
const newcomer: readonly Page[] = [
  ["identitas", { nama: "Siti Contoh", ...birth }],
  ["kontak", contact],
  ["tujuan", { kegiatan_diikuti: ["seminar"], pernah_ikut: "no" }],
];
const seminar: readonly Page[] = [
  ["data_peserta", { nama: "Siti Contoh", ...contact }],
  ["kehadiran", { cara_hadir: "daring" }],
];

async function begin(browser: Browser, program: string): Promise<string> {
  await browser.get(paths.program(program));
  await browser.post(paths.startProgram(program), {});
  return new URL(browser.page?.url ?? "").pathname;
}

async function apply(browser: Browser, program: string, pages: readonly Page[]): Promise<string> {
  const id = (await begin(browser, program)).split("/").at(-1) ?? "";
  for (const [step, typed] of pages) {
    const address = paths.apply.step(id, step);
    await browser.get(address);
    expect((await browser.post(address, { ...typed, version: browser.hidden("version") })).status).toBe(200);
  }
  const sent = await browser.post(paths.apply.submit(id), { declaration: "yes" });
  expect(sent.url).toMatch(/\/receipt$/);
  return id;
}

async function accept(id: string): Promise<string> {
  const { browser } = dewi;
  await browser.get(paths.console.application(id));
  await browser.post(paths.console.claim(id), {});
  await browser.get(paths.console.accept(id));
  expect((await browser.post(paths.console.accept(id), { round: "1" })).status).toBe(200);
  const { number } = await app.database.owner.kysely
    .selectFrom("applications")
    .select("number")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return number ?? "";
}

test("a newcomer gets a number from the secretariat, is known by it, and with it comes to the seminar", async () => {
  const { accountId, browser } = await people.siti(app);
  expect(await begin(browser, "pamjaki-seminar")).toBe(paths.program("pamjaki-seminar"));
  expect(browser.page?.html).toContain(`href="${paths.program("pamjaki-anggota")}"`);

  const number = await accept(await apply(browser, "pamjaki-anggota", newcomer));
  expect(number).toMatch(/^PMJ-\d{4}-\d{5}$/);
  const name = readLoginName(number.toLowerCase());
  expect(name && (await findAccount(app.database.web.kysely, app.keyring, name))?.id).toBe(accountId);

  const id = await apply(browser, "pamjaki-seminar", seminar);
  expect((await browser.get(paths.apply.status(id))).html).toMatch(/SEM-\d{4}-\d{4}/);
});
