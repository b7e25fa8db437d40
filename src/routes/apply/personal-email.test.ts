import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { hashedPassword, people, signIn, type TestPerson } from "../../../test/people.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { createActiveAccount } from "../../registry/accounts/create.ts";

const member = "pamjaki-anggota";
const why = paths.why(member);

const other = "pamjaki-lain";
const lists = paths.console.emailLists;

let app: TestApp;
let institution: string;
let agus: TestPerson;
beforeAll(async () => {
  app = await testApp({ worker: true });
  ({ institutionId: institution } = await publishFrom(app, "programs/pamjaki-anggota"));
  await publishFrom(app, "programs/pamjaki-anggota", { program: other });
  agus = await people.agus(app, institution);
  await setLists({ allow: "example.com" });
  await publishFrom(app, "programs/pamjaki-seminar");
});
afterAll(() => app.close());

/** As the institution's administrator does it in the console. */
async function setLists(fields: { readonly allow?: string; readonly deny?: string; readonly seen?: string }) {
  await agus.browser.get(lists);
  const seen = agus.browser.hidden("seen");
  return agus.browser.post(lists, { institution, allow: "", deny: "", seen, ...fields });
}

async function somebody(email: string): Promise<Browser> {
  const account = { email, name: "Siti Contoh", password: await hashedPassword(app.keyring) };
  return signIn(app, await createActiveAccount(app.database.owner.kysely, app.keyring, account), "applicant");
}

async function begin(browser: Browser, program = member): Promise<string> {
  await browser.get(paths.program(program));
  await browser.post(paths.startProgram(program), {});
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
  const browser = await somebody("budi@surat-contoh.id");
  const id = (await begin(browser)).split("/").at(-1) ?? "";
  await saveContact(browser, id, "budi@surat-contoh.id");
  const step = paths.apply.step(id, "tujuan");
  await browser.get(step);
  await browser.post(step, { kegiatan_diikuti: ["seminar"], pernah_ikut: "no", version: browser.hidden("version") });
  expect((await browser.post(paths.apply.submit(id), { declaration: "yes" })).url).toMatch(/\/receipt$/);
  const dewi = await people.dewi(app, institution);
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

test("an institution's lists hold in all of its programs: what it denies keeps nobody out who has begun, what it accepts is in at once", async () => {
  const early = await somebody("budi@kantor-baru.example");
  const id = (await begin(early)).split("/").at(-1) ?? "";
  const goesOn = paths.apply.step(id, "tujuan");
  expect((await saveContact(early, id, "budi@dinas-contoh.go.id")).status).toBe(422);

  const lines = "alumni.contoh.id\r\n@Dinas-Contoh.go.id";
  expect((await setLists({ allow: lines, deny: "kantor-baru.example" })).html).toContain("Daftar disimpan");
  expect(agus.browser.page?.html).toMatch(/Nomor Registrasi PAMJAKI.*Agus Contoh/s);
  for (const program of [member, other]) {
    const late = await somebody(`late.${program}@surat.kantor-baru.example`);
    expect(await begin(late, program)).toBe(paths.why(program));
    expect(late.page?.html).toContain("surat.kantor-baru.example");
    const welcome = await somebody(`welcome.${program}@dinas-contoh.go.id`);
    expect(await begin(welcome, program)).toMatch(/^\/apply\//);
  }
  for (const surel of ["budi@kantor-baru.example", "budi@dinas-contoh.go.id"])
    expect(new URL((await saveContact(early, id, surel)).url).pathname).toBe(goesOn);

  // What is accepted no longer stays accepted for whoever began under it.
  const between = await somebody("ratna@alumni.contoh.id");
  const hers = (await begin(between)).split("/").at(-1) ?? "";
  await setLists({ deny: "alumni.contoh.id" });
  const saved = await saveContact(between, hers, "ratna@alumni.contoh.id");
  expect(new URL(saved.url).pathname).toBe(paths.apply.step(hers, "tujuan"));
  expect(await begin(await somebody("lain@alumni.contoh.id"))).toBe(why);
});

test("lists that are wrong, or older than a colleague's, come back as they were typed, and every change is recorded", async () => {
  const before = await app.database.owner.sql`select id from email_lists`;
  const wrong = await setLists({ allow: "baik.contoh.id\nbukan domain", deny: "siti@contoh.id" });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("Baris 2: &quot;bukan domain&quot; bukan domain.");
  expect(wrong.html).toContain("Baris 1: &quot;siti@contoh.id&quot; bukan domain.");
  expect(wrong.html).toContain("baik.contoh.id\nbukan domain</textarea>");
  expect((await setLists({ allow: "dua.example", deny: "dua.example" })).html).toContain(
    "dua.example ada di kedua daftar",
  );
  for (const seen of ["", "tidak-ada", "00000000-0000-7000-8000-000000000000"]) {
    const stale = await setLists({ allow: "tiga.example", seen });
    expect(stale.status).toBe(422);
    expect(stale.html).toContain("Rekan Anda mengubah daftar ini");
    expect(stale.html).toContain("tiga.example</textarea>");
  }
  const now = await app.database.owner.sql`select id from email_lists`;
  expect(now).toHaveLength(before.length);
  const records = await app.database.owner.sql`
    select actor_id, data from audit_records where action = 'email_lists.set' order by id`;
  expect(records).toHaveLength(now.length);
  expect(records[1]).toMatchObject({
    actor_id: agus.accountId,
    data: { allowed: 2, denied: 1, allowedBefore: 1, deniedBefore: 0 },
  });
});

test("everybody reads the reasons, in both languages; a program without them has no such page", async () => {
  const page = await app.browser().get(why);
  expect(page.html).toContain("Mengapa memakai Nomor Registrasi?");
  expect((await app.browser().get(paths.program(member))).html).toContain(`href="${why}"`);
  await publishFrom(app, "programs/npwp-pribadi");
  expect((await app.browser().get(paths.why("npwp-pribadi"))).status).toBe(404);
  expect((await app.browser().get(paths.why("tidak-ada"))).status).toBe(404);
});
