import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { people } from "../../../test/people.ts";
import { daysFromNow, publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";

let app: TestApp;
const closes = { opens: daysFromNow(-30), closes: daysFromNow(30), at_close: "submit_complete_and_lock" as const };

beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, "programs/npwp-pribadi");
  await publishFrom(app, "test/programs/tennis-club", { program: "open", window: closes });
  await publishFrom(app, "test/programs/tennis-club", {
    program: "soon",
    window: { ...closes, opens: daysFromNow(3) },
  });
  await publishFrom(app, "test/programs/tennis-club", {
    program: "over",
    window: { ...closes, closes: daysFromNow(-3) },
  });
});
afterAll(() => app.close());

describe("the page of a program that demands another", () => {
  const exam = paths.program("exam");
  beforeAll(async () => {
    await publishFrom(app, "programs/npwp-pribadi", {
      program: "exam",
      requires: [{ program: "npwp-pribadi", state: "submitted" }],
    });
  });

  test("says what comes first to everybody, and lets visitors log in", async () => {
    const { html } = await app.browser().get(exam);
    expect(html).toContain("Sudah mengirim permohonan di program");
    expect(html).toContain(`href="${paths.program("npwp-pribadi")}"`);
    expect(html).not.toContain("Belum terpenuhi");
    expect(html).toContain(paths.account.loginThenGo(exam));
  });

  test("leads whoever lacks it there instead of beginning, also by an old form", async () => {
    const { browser } = await people.siti(app);
    const page = await browser.get(exam);
    expect(page.html).toContain("Belum terpenuhi");
    expect(page.html).toContain("Sebelum mulai, Anda memerlukan ini lebih dulu");
    expect(page.html).not.toContain(`action="${paths.startProgram("exam")}"`);
    const sent = await browser.post(paths.startProgram("exam"), {});
    expect(new URL(sent.url).pathname).toBe(exam);
    expect(sent.html).toContain("Sebelum mulai, Anda memerlukan ini lebih dulu");
  });

  test("begins for whoever has it", async () => {
    const { browser } = await people.budi(app);
    await browser.get(paths.program("npwp-pribadi"));
    await browser.post(paths.startProgram("npwp-pribadi"), {});
    const id = browser.page?.url.split("/").at(-1) ?? "";
    await app.database.owner.kysely
      .updateTable("applications")
      .set({ status: "submitted" })
      .where("id", "=", id)
      .execute();
    const page = await browser.get(exam);
    expect(page.html).toContain("Terpenuhi");
    const begun = await browser.post(paths.startProgram("exam"), {});
    expect(new URL(begun.url).pathname).toMatch(/^\/apply\//);
  });
});

describe("the page of a program", () => {
  test("says all that a person should know before beginning", async () => {
    const page = await app.browser().get(paths.program("npwp-pribadi"));
    expect(page.status).toBe(200);
    for (const text of [
      "<h1",
      "Pendaftaran NPWP orang pribadi",
      "Kartu keluarga (KK)",
      "Foto atau scan KTP",
      "JPG, PNG, PDF · paling besar 5 MB",
      "hanya bila sesuai jawaban Anda",
      "Data diri · Alamat · Penghasilan · Kontak · Dokumen",
      "1 hari kerja",
      "sepanjang tahun",
      "Kewajiban hukum instansi",
      "10 tahun setelah keputusan",
      "Apakah pendaftaran ini berbayar?",
    ]) {
      expect(page.html).toContain(text);
    }
  });

  test("sends a visitor to log in and back here", async () => {
    const { html } = await app.browser().get(paths.program("npwp-pribadi"));
    expect(html).toContain(`href="${paths.account.loginThenGo(paths.program("npwp-pribadi"))}"`);
    expect(html).not.toContain(paths.startProgram("npwp-pribadi"));
  });

  test("begins with one press when signed in, and goes on with what was begun", async () => {
    const { browser } = await people.siti(app);
    const before = await browser.get(paths.program("npwp-pribadi"));
    expect(before.html).toContain(`action="${paths.startProgram("npwp-pribadi")}"`);
    expect(before.html).not.toContain("Lanjutkan permohonan Anda");
    await browser.post(paths.startProgram("npwp-pribadi"), {});
    const application = browser.page?.url.split("/").at(-1) ?? "";
    const after = await browser.get(paths.program("npwp-pribadi"));
    expect(after.html).toContain("Lanjutkan permohonan Anda");
    expect(after.html).toContain(`href="${paths.apply.tasks(application)}"`);
    expect(after.html).not.toContain(`action="${paths.startProgram("npwp-pribadi")}"`);
  });

  test("leads to the status once the application is no longer the person's to change", async () => {
    const { browser } = await people.siti(app);
    await browser.get(paths.program("npwp-pribadi"));
    await browser.post(paths.startProgram("npwp-pribadi"), {});
    const application = browser.page?.url.split("/").at(-1) ?? "";
    await app.database.owner.kysely
      .updateTable("applications")
      .set({ status: "in_review" })
      .where("id", "=", application)
      .execute();
    const { html } = await browser.get(paths.program("npwp-pribadi"));
    expect(html).toContain("Lihat status permohonan Anda");
    expect(html).toContain(`href="${paths.apply.status(application)}"`);
  });

  test("says what happens at the closing", async () => {
    const { html } = await app.browser().get(paths.program("open"));
    expect(html).toContain("dikirim otomatis");
  });

  test.each([
    ["soon", "Pendaftaran dibuka"],
    ["over", "Pendaftaran ditutup"],
  ])("a program that is %s says when instead of a button", async (slug, text) => {
    const { html } = await app.browser().get(paths.program(slug));
    expect(html).toContain(text);
    expect(html).not.toContain("govuk-button--start");
  });

  test.each(["nowhere", "%00", "..%2f..%2fetc", "A", "a".repeat(300), "%ED%A0%80"])(
    "there is no program %j",
    async (slug) => {
      const page = await app.browser().get(`/programs/${slug}`);
      expect(page.status).toBe(404);
      expect(page.html).toContain("Halaman tidak ditemukan");
    },
  );

  test("has no text left in the other language", async () => {
    const browser = app.browser();
    await browser.get("/?lang=en");
    const { html } = await browser.get(paths.program("npwp-pribadi"));
    expect(html).toContain("Tax number registration for a person");
    for (const word of ["Tentang", "Yang perlu", "Berkas", "Langkah", "hari kerja", "tahun"])
      expect(html).not.toContain(word);
  });
});
