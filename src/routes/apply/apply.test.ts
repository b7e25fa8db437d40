import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { loadJourney, type JourneyPath } from "../../../test/journey.ts";
import { people } from "../../../test/people.ts";
import { ktpJpeg } from "../../../test/sample-files.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";

const folder = "programs/npwp-pribadi";
const { apply } = paths;

let app: TestApp;
let journey: JourneyPath;
beforeAll(async () => {
  app = await testApp({ worker: true });
  await publishFrom(app, folder);
  const [first] = loadJourney(folder).paths;
  if (!first) throw new Error("the journey has no path");
  journey = first;
});
afterAll(() => app.close());

/** Begins a draft and gives its id. */
async function begin(browser: Browser): Promise<string> {
  await browser.get(paths.program("npwp-pribadi"));
  await browser.post(paths.startProgram("npwp-pribadi"), {});
  return browser.page?.url.split("/").at(-1) ?? "";
}

function valid(page: string): Record<string, string | string[]> {
  const step = journey.steps.find((one) => "page" in one && one.page === page);
  if (!step || !("page" in step)) throw new Error(`the journey has no page ${page}`);
  return step.valid;
}

async function save(browser: Browser, id: string, page: string, change: Record<string, string> = {}) {
  await browser.get(apply.step(id, page));
  return browser.post(apply.step(id, page), { ...valid(page), ...change, version: browser.hidden("version") });
}

async function fill(browser: Browser, id: string, change: Record<string, string> = {}): Promise<void> {
  for (const step of journey.steps) {
    if ("page" in step) {
      const own = Object.fromEntries(Object.entries(change).filter(([name]) => name in step.valid));
      await save(browser, id, step.page, own);
    } else {
      await browser.get(apply.step(id, step.document));
      await browser.upload(
        apply.upload(id, step.document),
        {},
        { field: "file", name: "ktp.jpg", type: "image/jpeg", bytes: await ktpJpeg() },
      );
    }
  }
}

describe("a draft", () => {
  test("is begun once, however often Mulai is pressed", async () => {
    const { browser } = await people.siti(app);
    await browser.get(paths.program("npwp-pribadi"));
    const csrf = browser.csrf();
    const both = await Promise.all(
      [0, 1].map(() => {
        const tab = app.browser();
        for (const [name, value] of browser.cookies) tab.cookies.set(name, value);
        return tab.post(paths.startProgram("npwp-pribadi"), { csrf });
      }),
    );
    expect(new Set(both.map(({ url }) => url)).size).toBe(1);
  });

  test("keeps what was typed even when it is wrong, and shows it again on another day", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    const page = await save(browser, id, "identitas", { nik: "12345", nama: "Siti <b>Contoh</b>" });
    expect(page.status).toBe(422);
    expect(page.html).toContain("harus 16 angka. Anda mengetik 5.");
    const later = await browser.get(apply.step(id, "identitas"));
    expect(later.html).toContain('value="12345"');
    expect(later.html).toContain("Siti &lt;b&gt;Contoh&lt;/b&gt;");
    expect(later.html).not.toContain("<b>Contoh</b>");
  });

  test("is another person's as little as one that does not exist", async () => {
    const siti = await people.siti(app);
    const budi = await people.budi(app);
    const id = await begin(siti.browser);
    await budi.browser.get(paths.program("npwp-pribadi"));
    const csrf = budi.browser.csrf();
    const addresses = [
      apply.tasks(id),
      apply.step(id, "identitas"),
      apply.check(id),
      apply.receipt(id),
      apply.status(id),
      apply.withdraw(id),
      apply.documentPage(id, "foto_ktp", 1),
    ];
    for (const address of addresses) expect((await budi.browser.get(address)).status, address).toBe(404);
    for (const address of [
      apply.step(id, "identitas"),
      apply.submit(id),
      apply.withdraw(id),
      apply.removeDocument(id, "foto_ktp"),
    ]) {
      expect((await budi.browser.post(address, { csrf, declaration: "yes", version: "0" })).status, address).toBe(404);
    }
    const upload = await budi.browser.upload(
      apply.upload(id, "foto_ktp"),
      { csrf },
      { field: "file", name: "ktp.jpg", type: "", bytes: await ktpJpeg() },
    );
    expect(upload.status).toBe(404);
  });

  test("saved in two tabs loses neither version and asks which is right", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await browser.get(apply.step(id, "keluarga"));
    const version = browser.hidden("version");
    await browser.post(apply.step(id, "keluarga"), { ...valid("keluarga"), version });
    const second = await browser.post(apply.step(id, "keluarga"), {
      ...valid("keluarga"),
      nomor_kk: "3171010101150002",
      version,
    });
    expect(second.status).toBe(409);
    expect(second.html).toContain("3171010101150001");
    expect(second.html).toContain("3171010101150002");
    const chosen = await browser.post(apply.step(id, "keluarga"), {
      ...valid("keluarga"),
      nomor_kk: "3171010101150002",
      version: browser.hidden("version"),
    });
    expect(chosen.status).toBe(200);
    expect((await browser.get(apply.step(id, "keluarga"))).html).toContain('value="3171010101150002"');
  });

  test("posted twice by a doubled click is saved once and goes on", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await browser.get(apply.step(id, "keluarga"));
    const form = { ...valid("keluarga"), version: browser.hidden("version"), csrf: browser.csrf() };
    expect((await browser.post(apply.step(id, "keluarga"), form)).status).toBe(200);
    expect((await browser.post(apply.step(id, "keluarga"), form)).status).toBe(200);
  });

  test("saved on ten pages at the same moment knows all ten", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await browser.get(apply.step(id, "identitas"));
    const csrf = browser.csrf();
    const pages = ["identitas", "keluarga", "alamat_ktp", "tempat_tinggal", "kisaran", "data_kontak"];
    await Promise.all(
      pages.map((page) => {
        const tab = app.browser();
        for (const [name, value] of browser.cookies) tab.cookies.set(name, value);
        return tab.post(apply.step(id, page), { ...valid(page), version: "0", csrf });
      }),
    );
    const row = await app.database.owner.kysely
      .selectFrom("applications")
      .select("progress")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    for (const page of pages) expect((row.progress as Record<string, string>)[page], page).toBe("done");
  });

  test("chooses a village without JavaScript, level by level, with no error in between", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await browser.get(apply.step(id, "alamat_ktp"));
    const page = await browser.post(apply.step(id, "alamat_ktp"), {
      jalan_ktp: "Jalan Contoh 1",
      "wilayah_ktp.province": "32",
      region_step: "wilayah_ktp",
      version: browser.hidden("version"),
    });
    expect(page.status).toBe(200);
    expect(page.html).toContain("Kota Bandung");
    expect(page.html).toContain('value="Jalan Contoh 1"');
    expect(page.html).not.toContain("govuk-error-summary");
  });
});

describe("submitting", () => {
  test("needs every page, and says which are missing", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await save(browser, id, "identitas", { nik: "3171011705900101" });
    await browser.get(apply.tasks(id));
    const page = await browser.post(apply.submit(id), { declaration: "yes" });
    expect(page.url).toMatch(/\/check$/);
    expect(page.html).toContain("Belum lengkap");
  });

  test("twice at the same moment submits once and leads to the same receipt", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await fill(browser, id, { nik: "3171011705900102" });
    await browser.get(apply.check(id));
    const csrf = browser.csrf();
    const pages = await Promise.all(
      [0, 1, 2].map(() => {
        const tab = app.browser();
        for (const [name, value] of browser.cookies) tab.cookies.set(name, value);
        return tab.post(apply.submit(id), { declaration: "yes", csrf });
      }),
    );
    for (const page of pages) expect(page.url).toMatch(/\/receipt$/);
    const { rows } = await sql<{ events: number; audits: number; notices: number }>`select
      (select count(*)::int from application_events where application_id = ${id}::uuid and kind = 'submitted') as events,
      (select count(*)::int from audit_records where subject_id = ${id}::uuid and action = 'application.submit') as audits,
      (select count(*)::int from notices where application_id = ${id}::uuid) as notices`.execute(
      app.database.owner.kysely,
    );
    expect(rows[0]).toEqual({ events: 1, audits: 1, notices: 1 });
  });

  test("locks the pages: what was sent cannot be changed behind the reviewer's back", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await fill(browser, id, { nik: "3171011705900103" });
    await browser.get(apply.check(id));
    await browser.post(apply.submit(id), { declaration: "yes" });
    await browser.get(apply.status(id));
    expect(
      (await browser.post(apply.step(id, "keluarga"), { ...valid("keluarga"), version: "1", csrf: browser.csrf() }))
        .status,
    ).toBe(409);
    expect((await browser.get(apply.step(id, "keluarga"))).url).toMatch(/\/status$/);
  });

  test("with a NIK that somebody else states goes on, once it is proven is stopped at the field, with a way out", async () => {
    const nik = "3171011705900104";
    const siti = await people.siti(app);
    const first = await begin(siti.browser);
    await fill(siti.browser, first, { nik });
    const budi = await people.budi(app);
    const second = await begin(budi.browser);
    await fill(budi.browser, second, { nik });
    await siti.browser.get(apply.check(first));
    expect((await siti.browser.post(apply.submit(first), { declaration: "yes" })).url).toMatch(/\/receipt$/);
    expect((await budi.browser.get(apply.check(second))).html).toContain("NIK ini juga ditulis di akun lain");
    await app.database.owner.sql`
      update account_identifiers set verified_at = now() where account_id = ${siti.accountId} and kind = 'nik'`;
    // Budi's page was good when it was saved; the moment of submitting decides.
    await budi.browser.get(apply.tasks(second));
    const refused = await budi.browser.post(apply.submit(second), { declaration: "yes" });
    expect(refused.url).toMatch(/\/check$/);
    const page = await budi.browser.get(apply.step(second, "identitas"));
    expect(page.html).toContain("NIK ini sudah dipakai akun lain");
    expect(page.html).toContain('href="#nik"');
    const again = await save(budi.browser, second, "identitas", { nik });
    expect(again.status).toBe(422);
    const corrected = await save(budi.browser, second, "identitas", { nik: "3171011705900105" });
    expect(corrected.status).toBe(200);
  });

  test("after closing is refused, and nothing typed is lost", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await fill(browser, id, { nik: "3171011705900106" });
    await browser.get(apply.check(id));
    const owner = app.database.owner.kysely;
    await sql`update programs set closes_at = app_now() - interval '1 second'`.execute(owner);
    try {
      const page = await browser.post(apply.submit(id), { declaration: "yes" });
      expect(page.status).toBe(409);
      expect(page.html).toContain("Pendaftaran tidak sedang dibuka");
    } finally {
      await sql`update programs set closes_at = null`.execute(owner);
    }
    await browser.get(apply.check(id));
    expect((await browser.post(apply.submit(id), { declaration: "yes" })).url).toMatch(/\/receipt$/);
  });
});

describe("a correction", () => {
  test("opens what was marked and what it opens, and nothing else", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await fill(browser, id, { nik: "3171011705900107" });
    await browser.get(apply.check(id));
    await browser.post(apply.submit(id), { declaration: "yes" });
    const owner = app.database.owner.kysely;
    await sql`update applications set status = 'returned', marks = ${[{ id: "sumber_penghasilan", kind: "field", reason: "tidak_sesuai" }] as never}::jsonb where id = ${id}::uuid`.execute(
      owner,
    );
    await browser.get(apply.tasks(id));
    expect(browser.page?.html).toContain("Permohonan Anda dikembalikan");
    const why = /Yang ditandai petugas.*Dari mana penghasilan Anda\?.*Isian tidak sesuai dengan dokumen/s;
    expect(browser.page?.html).toMatch(why);
    expect((await browser.get(apply.step(id, "sumber"))).html).toMatch(why);
    expect((await browser.post(apply.step(id, "keluarga"), { ...valid("keluarga"), version: "1" })).status).toBe(409);
    await browser.get(apply.step(id, "sumber"));
    await browser.post(apply.step(id, "sumber"), {
      sumber_penghasilan: ["pekerjaan", "lainnya"],
      version: browser.hidden("version"),
    });
    const opened = await browser.get(apply.step(id, "penghasilan_lain"));
    expect(opened.url).toMatch(/penghasilan_lain$/);
    await browser.post(apply.step(id, "penghasilan_lain"), {
      keterangan_penghasilan: "Sewa rumah",
      version: browser.hidden("version"),
    });
    await browser.get(apply.check(id));
    expect((await browser.post(apply.submit(id), { declaration: "yes" })).url).toMatch(/\/receipt$/);
    const row = await owner
      .selectFrom("applications")
      .select(["round", "status", "marks"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ round: 2, status: "submitted", marks: null });
  });
});

describe("withdrawing", () => {
  test("asks first, then ends the application and lets the person begin anew", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser);
    await browser.get(apply.withdraw(id));
    await browser.post(apply.withdraw(id), {});
    expect((await browser.get(apply.status(id))).html).toContain("Ditarik");
    expect(await begin(browser)).not.toBe(id);
  });
});
