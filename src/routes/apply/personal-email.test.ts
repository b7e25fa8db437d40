import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { people, signIn, testPassword } from "../../../test/people.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { createActiveAccount } from "../../registry/accounts/create.ts";

const member = "pamjaki-anggota";
const why = paths.why(member);

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ worker: true });
  await publishFrom(app, "programs/pamjaki-anggota");
  await publishFrom(app, "programs/pamjaki-seminar");
});
afterAll(() => app.close());

async function somebody(email: string): Promise<Browser> {
  const account = { email, name: "Siti Contoh", password: testPassword };
  return signIn(app, await createActiveAccount(app.database.owner.kysely, app.keyring, account), "applicant");
}

async function begin(browser: Browser): Promise<string> {
  await browser.get(paths.program(member));
  await browser.post(paths.startProgram(member), {});
  return new URL(browser.page?.url ?? "").pathname;
}

async function saveContact(browser: Browser, id: string, surel: string) {
  const address = paths.apply.step(id, "kontak");
  await browser.get(paths.apply.step(id, "identitas"));
  const identity = { nama: "Siti Contoh", "tanggal_lahir.day": "17", "tanggal_lahir.month": "5" };
  await browser.post(paths.apply.step(id, "identitas"), {
    ...identity,
    "tanggal_lahir.year": "1990",
    version: browser.hidden("version"),
  });
  await browser.get(address);
  return browser.post(address, { surel, nomor_hp: "0812 3456 7890", version: browser.hidden("version") });
}

test("nobody begins with the address of an office: the page of the reasons says why and whom to ask", async () => {
  const browser = await somebody("siti.contoh@dinas-contoh.go.id");
  expect(await begin(browser)).toBe(why);
  expect(browser.page?.html).toContain("Program ini memerlukan alamat e-mail pribadi");
  expect(browser.page?.html).toContain("dinas-contoh.go.id");
  expect(browser.page?.html).toContain("sekretariat@pamjaki.example");
  expect(browser.page?.html).toContain("Mengapa alamat e-mail kantor tidak boleh?");
  const { count } = await app.database.owner.kysely
    .selectFrom("applications")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(0);
});

test("an office address in the form is refused with the way to the reasons, and what was typed is kept", async () => {
  const browser = await somebody("siti.contoh@example.com");
  const id = (await begin(browser)).split("/").at(-1) ?? "";
  const page = await saveContact(browser, id, "siti@kantor-contoh.co.id");
  expect(page.status).toBe(422);
  expect(page.html).toContain("Alamat di kantor-contoh.co.id tampaknya dari kantor");
  expect(page.html).toContain('value="siti@kantor-contoh.co.id"');
  expect(page.html).toContain('value="0812 3456 7890"');
  expect(page.html).toContain(`href="${why}"`);
  expect(page.html).toContain("sekretariat@pamjaki.example");
  const saved = await saveContact(browser, id, "siti@example.com");
  expect(new URL(saved.url).pathname).toBe(paths.apply.step(id, "tujuan"));
});

test("an address that is not known goes on, and the officer is told to look", async () => {
  const { institutionId } = await publishFrom(app, "programs/pamjaki-anggota");
  const browser = await somebody("budi@surat-contoh.id");
  const id = (await begin(browser)).split("/").at(-1) ?? "";
  await saveContact(browser, id, "budi@surat-contoh.id");
  const step = paths.apply.step(id, "tujuan");
  await browser.get(step);
  await browser.post(step, { kegiatan_diikuti: ["seminar"], pernah_ikut: "no", version: browser.hidden("version") });
  expect((await browser.post(paths.apply.submit(id), { declaration: "yes" })).url).toMatch(/\/receipt$/);
  const dewi = await people.dewi(app, institutionId);
  const { html } = await dewi.browser.get(paths.console.application(id));
  expect(html).toContain("Belum diketahui apakah surat-contoh.id memberi alamat pribadi");

  const known = await somebody("siti.lain@example.com");
  const other = (await begin(known)).split("/").at(-1) ?? "";
  await saveContact(known, other, "siti.lain@example.com");
  await app.database.owner.sql`update applications set status = 'submitted', round = 1, receipt = 'R-LAIN',
    submitted_at = app_now() where id = ${other}`;
  const all = await dewi.browser.get(paths.console.queue);
  expect(all.html).toContain(paths.console.application(other));
  expect(all.html.match(/Alamat perlu dilihat/g)).toHaveLength(1);
  const narrowed = await dewi.browser.get(`${paths.console.queue}?address=unknown`);
  expect(narrowed.html).toContain(paths.console.application(id));
  expect(narrowed.html).not.toContain(paths.console.application(other));
  expect(narrowed.html).toContain("Hapus saringan");
});

test("everybody reads the reasons, in both languages; a program without them has no such page", async () => {
  const page = await app.browser().get(why);
  expect(page.html).toContain("Mengapa memakai Nomor Registrasi?");
  expect((await app.browser().get(paths.program(member))).html).toContain(`href="${why}"`);
  await publishFrom(app, "programs/npwp-pribadi");
  expect((await app.browser().get(paths.why("npwp-pribadi"))).status).toBe(404);
  expect((await app.browser().get(paths.why("tidak-ada"))).status).toBe(404);
});
