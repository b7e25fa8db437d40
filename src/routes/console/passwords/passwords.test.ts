import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../../test/app.ts";
import { anInstitution, people, signIn, testPassword, type TestPerson } from "../../../../test/people.ts";
import { createStaff } from "../../../registry/accounts/create.ts";
import { paths } from "../../../paths.ts";

let app: TestApp;
let institutionId: string;
let agus: TestPerson;
let tuti: TestPerson;
let rina: TestPerson;
beforeAll(async () => {
  app = await testApp();
  institutionId = await anInstitution(app);
  [agus, tuti, rina] = await Promise.all([
    people.agus(app, institutionId),
    people.agus(app, institutionId),
    people.rina(app, institutionId),
  ]);
});
afterAll(() => app.close());

async function post(person: TestPerson, fields: Readonly<Record<string, string>>) {
  await person.browser.get(paths.console.passwords);
  return person.browser.post(paths.console.passwords, { institution: institutionId, ...fields });
}

const rotation = { act: "rotation", role: "reviewer", days: "90", rule: "BSSN 4/2021", rotation_reason: "Audit 2026." };
const which = () => `${institutionId} reviewer`;

async function audited(action: string) {
  return app.database.owner.sql`
    select actor_id, data from audit_records where action = ${action} and institution_id = ${institutionId} order by id`;
}

describe("the length of staff's passwords", () => {
  test("is raised by an administrator, recorded, and told to staff by number", async () => {
    const done = await post(agus, { act: "rule", least: "20", kinds: "1", rule_reason: "Keputusan rapat." });
    expect(done.html).toContain("Panjang kata sandi disimpan");
    expect(done.html).toContain("20 karakter");
    expect(done.html).toContain("Agus Contoh");
    expect(await audited("passwords.set_staff_rule")).toMatchObject([
      { actor_id: agus.accountId, data: { least: 20, leastBefore: null } },
    ]);

    const page = await rina.browser.get(paths.account.password);
    expect(page.html).toContain("Sedikitnya 20 karakter");
    const short = await rina.browser.post(paths.account.password, { present: testPassword, next: "gajah naik sepeda" });
    expect(short.status).toBe(422);
    expect(short.html).toContain("sedikitnya 20 karakter");
    // Applicants are not its staff.
    const siti = await people.siti(app);
    expect((await siti.browser.get(paths.account.password)).html).toContain("Sedikitnya 15 karakter");
  });

  test("cannot go below the platform, and says so at the field with what was typed", async () => {
    for (const least of ["11", "65", "dua belas", ""]) {
      const refused = await post(agus, { act: "rule", least, kinds: "1", rule_reason: "Keputusan rapat." });
      expect(refused.status).toBe(422);
      expect(refused.html).toContain("Isi angka dari 12 sampai 64.");
      expect(refused.html).toContain("Keputusan rapat.");
    }
  });

  test("leaves the floor for one who has no second factor yet", async () => {
    await post(agus, { act: "rule", least: "12", kinds: "1", rule_reason: "Kembali ke semula." });
    const accountId = await createStaff(app.database.owner.kysely, app.keyring, {
      email: "baru@contoh.example",
      name: "Bayu Contoh",
      password: testPassword,
      roles: [{ institutionId, role: "reviewer" }],
    });
    const bayu = await signIn(app, accountId, "staff");
    expect((await bayu.get(paths.account.password)).html).toContain("Sedikitnya 15 karakter");
    expect((await rina.browser.get(paths.account.password)).html).toContain("Sedikitnya 12 karakter");
  });

  test("may ask for kinds of characters, which is labelled as a deviation and never lowers the length", async () => {
    const done = await post(agus, { act: "rule", least: "16", kinds: "3", rule_reason: "Diminta auditor." });
    expect(done.html).toContain("ASVS 5.0 V6.2.5");
    expect((await app.browser().get(paths.passwordRules)).html).toContain("3 jenis karakter diwajibkan");
    await rina.browser.get(paths.account.password);
    const plain = await rina.browser.post(paths.account.password, {
      present: testPassword,
      next: "gajah hijau naik sepeda",
    });
    expect(plain.html).toContain("meminta 3 jenis karakter");
    const short = await rina.browser.post(paths.account.password, { present: testPassword, next: "Gajah 7 Naik!" });
    expect(short.html).toContain("sedikitnya 16 karakter");
    await post(agus, { act: "rule", least: "12", kinds: "1", rule_reason: "Selesai." });
    expect((await app.browser().get(paths.passwordRules)).html).not.toContain("V6.2.5");
  });
});

describe("rotation", () => {
  test("is off by default", async () => {
    expect((await agus.browser.get(paths.console.passwords)).html).toContain("Tidak ada: kata sandi instansi ini");
    expect((await app.browser().get(paths.passwordRules)).html).toContain("Tidak ada instansi yang meminta");
  });

  test("is turned on with a reason and a rule, and shows who, when, under which rule and what it breaks", async () => {
    const done = await post(agus, rotation);
    for (const words of ["Verifikator: kata sandi berlaku 90 hari", "Agus Contoh", "BSSN 4/2021", "Audit 2026."])
      expect(done.html).toContain(words);
    for (const row of ["ASVS 5.0 V6.2.10", "NIST SP 800-63B-4"]) expect(done.html).toContain(row);
    expect(await audited("passwords.rotation_on")).toMatchObject([
      { actor_id: agus.accountId, data: { role: "reviewer", maxDays: 90, daysBefore: null } },
    ]);
    const everybody = (await app.browser().get(paths.passwordRules)).html;
    expect(everybody).toContain("Verifikator: kata sandi berlaku 90 hari");
    expect(everybody).toContain("ASVS 5.0 V6.2.10");
    expect(everybody).not.toContain("Agus Contoh");
  });

  test.each([
    ["days", "89", "Isi angka dari 90 sampai 365."],
    ["days", "366", "Isi angka dari 90 sampai 365."],
    ["role", "applicant", "Pilih satu peran."],
    ["rule", " ", "Sebutkan aturannya"],
    ["rotation_reason", "", "Tulis alasan"],
  ])("refuses %s %j at its field", async (field, typed, words) => {
    const refused = await post(agus, { ...rotation, [field]: typed });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(`id="${field}-error"`);
    expect(refused.html).toContain(words);
  });

  test("changes its age in place, and keeps what was before as history", async () => {
    await post(agus, { ...rotation, days: "180" });
    expect(await audited("passwords.rotation_on")).toMatchObject([{}, { data: { maxDays: 180, daysBefore: 90 } }]);
    const rows = await app.database.owner.sql`
      select max_days, replaced from password_rotations where institution_id = ${institutionId} order by id`;
    expect(rows).toMatchObject([
      { max_days: 90, replaced: true },
      { max_days: 180, replaced: false },
    ]);
  });

  test("is turned off by two people only, with an audit record", async () => {
    const asked = await post(agus, { act: "ask", which: which(), end_reason: "Aturannya dicabut." });
    expect(asked.html).toContain("Agus Contoh mengajukan penghentian");
    expect(asked.html).not.toContain("Setujui penghentian");
    const alone = await post(agus, { act: "agree", which: which() });
    expect(alone.status).toBe(409);
    expect(alone.html).toContain("Harus disetujui orang lain");
    expect(await audited("passwords.rotation_off")).toEqual([]);

    await post(tuti, { act: "keep", which: which() });
    expect((await post(tuti, { act: "agree", which: which() })).html).toContain("kata sandi berlaku 180 hari");

    await post(agus, { act: "ask", which: which(), end_reason: "Aturannya dicabut." });
    const off = await post(tuti, { act: "agree", which: which() });
    expect(off.html).toContain("Masa berlaku dihentikan");
    expect(off.html).toContain("Tidak ada: kata sandi instansi ini");
    expect(await audited("passwords.rotation_off")).toMatchObject([
      { actor_id: tuti.accountId, data: { role: "reviewer", askedBy: agus.accountId } },
    ]);
  });

  test("cannot be ended by one person even past the application", async () => {
    await post(agus, rotation);
    const { sql } = app.database.staff;
    const end = sql.begin(async (trx) => {
      await trx`select set_config('daftar.institutions', ${institutionId}, true)`;
      await trx`update password_rotations set ended_by = ${agus.accountId}, ended_at = now() where ended_at is null`;
    });
    await expect(end).rejects.toThrow("password_rotations__ended_by_two");
  });

  test("is read by the auditor, who can change nothing", async () => {
    const accountId = await createStaff(app.database.owner.kysely, app.keyring, {
      email: "auditor@contoh.example",
      name: "Ali Contoh",
      password: testPassword,
      roles: [{ institutionId, role: "auditor" }],
    });
    const ali = await signIn(app, accountId, "staff");
    const page = await ali.get(paths.console.passwords);
    expect(page.html).toContain("Verifikator: kata sandi berlaku 90 hari");
    expect(page.html).not.toContain('<h2 class="govuk-heading-m">Masa berlaku</h2>');
    expect((await ali.post(paths.console.passwords, { ...rotation, institution: institutionId })).status).toBe(403);
  });
});

test("the platform's own minimum holds for everybody and is told", async () => {
  const strict = await testApp({ shortestPassword: { alone: 20, withFactor: 18 } });
  try {
    const register = await strict.browser().get(paths.account.register);
    expect(register.html).toContain("Sedikitnya 20 karakter");
    const siti = await people.siti(strict);
    await siti.browser.get(paths.account.password);
    const short = await siti.browser.post(paths.account.password, { present: testPassword, next: "gajah naik sepeda" });
    expect(short.html).toContain("sedikitnya 20 karakter");
    const place = await anInstitution(strict);
    const admin = await people.agus(strict, place);
    expect((await admin.browser.get(paths.account.password)).html).toContain("Sedikitnya 18 karakter");
    expect((await admin.browser.get(paths.console.passwords)).html).toContain("Dari 18 sampai 64.");
  } finally {
    await strict.close();
  }
});
