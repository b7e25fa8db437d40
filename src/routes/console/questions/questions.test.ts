import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../../test/app.ts";
import { people, type TestPerson } from "../../../../test/people.ts";
import { loadQuestions } from "../../../../test/questions.ts";
import { paths } from "../../../paths.ts";

const { console: at, helpdesk } = paths;

let app: TestApp;
let agus: TestPerson;
let institutionId: string;
beforeAll(async () => {
  app = await testApp();
  await loadQuestions(app.database, app.keyring);
  const { kysely } = app.database.owner;
  const row = await kysely
    .selectFrom("institutions")
    .select("id")
    .where("slug", "=", "pamjaki")
    .executeTakeFirstOrThrow();
  institutionId = row.id;
  agus = await people.agus(app, institutionId);
});
afterAll(() => app.close());

const texts = {
  program: "",
  category: "result",
  question_id: "Kapan sertifikat seminar dikirim?",
  question_en: "When is the certificate of a seminar sent?",
  answer_id: "Dua minggu sesudahnya.\n\n- lewat [surat](/account)\n- <b>bukan</b> lewat pos",
  answer_en: "Two weeks later.",
  words: "piagam",
  shown: "yes",
};

async function idOf(slug: string): Promise<string> {
  const { kysely } = app.database.owner;
  return (await kysely.selectFrom("faq_entries").select("id").where("slug", "=", slug).executeTakeFirstOrThrow()).id;
}

test("a question is seen before it is saved, then found by its words, with its version and an audit record", async () => {
  const { browser } = agus;
  await browser.get(at.newQuestion);
  const form = { ...texts, institution: institutionId, slug: "sertifikat-seminar", version: "" };
  const preview = await browser.post(at.newQuestion, { ...form, act: "preview" });
  expect(preview.html).toContain("Begini tampilannya");
  expect(preview.html).toContain("&lt;b&gt;bukan&lt;/b&gt;");
  const { kysely } = app.database.owner;
  expect(await kysely.selectFrom("faq_entries").select("id").where("slug", "=", form.slug).execute()).toEqual([]);
  expect((await browser.post(at.newQuestion, { ...form, act: "save" })).html).toContain("Pertanyaan disimpan.");
  expect((await app.browser().get(`${helpdesk.home}?q=piagm`)).html).toContain(texts.question_id);
  const id = await idOf(form.slug);
  const record = await kysely
    .selectFrom("audit_records")
    .select(["action", "actor_id", "data"])
    .where("action", "=", "faq.write")
    .executeTakeFirstOrThrow();
  expect(record).toEqual({
    action: "faq.write",
    actor_id: agus.accountId,
    data: { question: id, version: 1, shown: true },
  });
  await browser.get(at.newQuestion);
  const again = await browser.post(at.newQuestion, { ...form, act: "save" });
  expect(again.status).toBe(422);
  expect(again.html).toContain("Nama ini sudah dipakai");
});

test("what the console wrote holds until the file changes, and both stand in the history", async () => {
  const { browser } = agus;
  const id = await idOf("siapa-boleh-login");
  const shown = helpdesk.question("pamjaki", "siapa-boleh-login");
  const edit = await browser.get(at.question(id));
  expect(edit.html).toContain("Teks ini berasal dari berkas");
  await browser.post(at.question(id), { ...texts, version: browser.hidden("version"), act: "save" });
  expect((await app.browser().get(shown)).html).toContain(texts.question_id);
  expect(await loadQuestions(app.database, app.keyring)).toBe(0);
  expect((await app.browser().get(shown)).html).toContain(texts.question_id);
  const history = await browser.get(at.question(id));
  expect(history.html).toContain("Versi 2");
  expect(history.html).toContain("Agus Contoh");
  await app.database.owner.kysely
    .updateTable("faq_entries")
    .set({ file_hash: "another" })
    .where("id", "=", id)
    .execute();
  expect(await loadQuestions(app.database, app.keyring)).toBe(1);
  expect((await app.browser().get(shown)).html).toContain("Mengapa hanya yang terdaftar");
});

test("of two who edit the same text the second is told, and loses nothing that they typed", async () => {
  const { browser } = agus;
  const id = await idOf("email-pribadi");
  await browser.get(at.question(id));
  const version = browser.hidden("version");
  await browser.post(at.question(id), { ...texts, version, act: "save" });
  await browser.get(at.question(id));
  const late = await browser.post(at.question(id), { ...texts, question_id: "Yang kedua?", version, act: "save" });
  expect(late.status).toBe(422);
  expect(late.html).toContain("sudah diubah orang lain");
  expect(late.html).toContain("Yang kedua?");
});

test("a hidden question is kept and not found; the platform's own and other institutions' cannot be edited", async () => {
  const { browser } = agus;
  const id = await idOf("nomor-lama");
  await browser.get(at.question(id));
  const { shown: _shown, ...hidden } = texts;
  await browser.post(at.question(id), { ...hidden, version: browser.hidden("version"), act: "save" });
  expect((await app.browser().get(helpdesk.question("pamjaki", "nomor-lama"))).status).toBe(404);
  expect((await browser.get(at.question(id))).status).toBe(200);
  for (const slug of ["perlu-akun", "jpt-apa"])
    expect((await browser.get(at.question(await idOf(slug)))).status).toBe(404);
});

test("a link that could run script, an empty answer and a bad name are refused at their fields", async () => {
  const { browser } = agus;
  await browser.get(at.newQuestion);
  const page = await browser.post(at.newQuestion, {
    ...texts,
    institution: institutionId,
    slug: "Salah Nama",
    answer_id: "[tekan](javascript:alert(1))",
    answer_en: "",
    version: "",
    act: "save",
  });
  expect(page.status).toBe(422);
  for (const said of ["Tautan harus dimulai", "Tulis jawabannya", "huruf kecil"]) expect(page.html).toContain(said);
  expect(page.html).toContain('value="Salah Nama"');
});
