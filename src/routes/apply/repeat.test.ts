import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { loadJourney } from "../../../test/journey.ts";
import { people } from "../../../test/people.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";

const { apply } = paths;
const folder = "programs/jpt-bumn";

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ worker: true });
  await publishFrom(app, folder);
});
afterAll(() => app.close());

const position = {
  jabatan: "Kepala Bidang",
  tingkat: "pratama",
  tempat_kerja: "Kantor Contoh",
  tahun_mulai: "2018",
  masih_menjabat: "yes",
};

async function begin(browser: Browser): Promise<string> {
  await browser.get(paths.program("jpt-bumn"));
  await browser.post(paths.startProgram("jpt-bumn"), {});
  return browser.page?.url.split("/").at(-1) ?? "";
}

/** Saves a page of the first journey, with some answers changed. */
async function save(browser: Browser, id: string, page: string, change: Record<string, string> = {}) {
  const step = loadJourney(folder).paths[0]?.steps.find((one) => "page" in one && one.page === page);
  if (!step || !("page" in step)) throw new Error(`no page ${page}`);
  await browser.get(apply.step(id, page));
  return browser.post(apply.step(id, page), { ...step.valid, ...change, version: browser.hidden("version") });
}

async function saveItem(browser: Browser, id: string, item: number, values: Record<string, string>) {
  await browser.get(apply.item(id, "riwayat_jabatan", item));
  return browser.post(apply.item(id, "riwayat_jabatan", item), { ...values, version: browser.hidden("version") });
}

/** A draft in which the employment is known, so that nothing on the way to the lists is blocked. */
async function drafted(): Promise<{ browser: Browser; id: string }> {
  const { browser } = await people.siti(app);
  return { browser, id: await begin(browser) };
}

describe("a list", () => {
  test("keeps what was typed in an item even when it is wrong, and says so in the list", async () => {
    const { browser, id } = await drafted();
    const refused = await saveItem(browser, id, 1, { ...position, tahun_mulai: "dua ribu" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="dua ribu"');
    expect(refused.html).toContain("Jabatan 1");
    const list = await browser.get(apply.step(id, "riwayat_jabatan"));
    expect(list.html).toContain("Kepala Bidang");
    const past = await browser.post(apply.step(id, "riwayat_jabatan"), { version: browser.hidden("version") });
    expect(past.status).toBe(422);
    expect(past.html).toContain("Jabatan 1 perlu diperbaiki");
    expect((await browser.get(apply.item(id, "riwayat_jabatan", 1))).html).toContain('value="dua ribu"');
  });

  test("is not gone past with too few, and takes no more than it may hold", async () => {
    const { browser, id } = await drafted();
    await browser.get(apply.step(id, "riwayat_jabatan"));
    const few = await browser.post(apply.step(id, "riwayat_jabatan"), { version: browser.hidden("version") });
    expect(few.status).toBe(422);
    expect(few.html).toContain('href="#add"');
    expect(few.html).toContain('id="add"');
    for (let item = 1; item <= 10; item += 1) expect((await saveItem(browser, id, item, position)).status).toBe(200);
    const full = await browser.get(apply.step(id, "riwayat_jabatan"));
    expect(full.html).not.toContain('id="add"');
    expect((await browser.get(apply.item(id, "riwayat_jabatan", 11))).url).toMatch(/steps\/riwayat_jabatan$/);
    const eleventh = await browser.post(apply.item(id, "riwayat_jabatan", 11), { ...position, version: "0" });
    expect(eleventh.status).toBe(409);
    expect((await browser.get(apply.item(id, "identitas", 1))).status).toBe(404);
    expect((await browser.get(apply.item(id, "riwayat_jabatan", "0"))).status).toBe(404);
  });

  test("shows both when two tabs add an item at once, and loses neither", async () => {
    const { browser, id } = await drafted();
    await saveItem(browser, id, 1, position);
    const other = { ...position, jabatan: "Kepala Seksi", version: "0" };
    const stale = await browser.post(apply.item(id, "riwayat_jabatan", 1), other);
    expect(stale.status).toBe(409);
    expect(stale.html).toContain("Kepala Bidang");
    expect(stale.html).toContain("Kepala Seksi");
    const again = await browser.post(apply.item(id, "riwayat_jabatan", 1), { ...position, version: "0" });
    expect(again.status).toBe(200);
  });

  test("asks before it removes, and a form of the removed item never writes over the next of its number", async () => {
    const { browser, id } = await drafted();
    await saveItem(browser, id, 1, position);
    await browser.get(apply.item(id, "riwayat_jabatan", 1));
    const old = browser.hidden("version");
    const ask = await browser.get(apply.removeItem(id, "riwayat_jabatan", 1));
    expect(ask.html).toContain("Hapus Jabatan 1?");
    await browser.post(apply.removeItem(id, "riwayat_jabatan", 1), {});
    const { rows } = await app.database.owner.kysely
      .selectFrom("application_pages")
      .select("page")
      .where("application_id", "=", id)
      .execute()
      .then((found) => ({ rows: found.map(({ page }) => page) }));
    expect(rows).not.toContain("riwayat_jabatan#1");
    await saveItem(browser, id, 1, { ...position, jabatan: "Direktur" });
    const late = await browser.post(apply.item(id, "riwayat_jabatan", 1), { ...position, version: old });
    expect(late.status).toBe(409);
    expect(late.html).toContain("Direktur");
  });

  test("shows its items among the answers to check", async () => {
    const { browser, id } = await drafted();
    await saveItem(browser, id, 1, position);
    const check = await browser.get(apply.check(id));
    expect(check.html).toContain("Jabatan 1");
    expect(check.html).toContain("JPT pratama (setara eselon II)");
    expect(check.html).toContain(`${apply.item(id, "riwayat_jabatan", 1)}?from=check`);
    const back = await browser.get(`${apply.item(id, "riwayat_jabatan", 1)}?from=check`);
    expect(back.html).toContain(`href="${apply.step(id, "riwayat_jabatan")}?from=check"`);
  });
});

describe("somebody who cannot apply", () => {
  test("is told why, keeps the draft, and goes on once the answer is put right", async () => {
    const { browser, id } = await drafted();
    const stopped = await save(browser, id, "jabatan_dilamar", { anggota_partai: "yes" });
    expect(stopped.url).toMatch(/\/not-eligible$/);
    expect(stopped.html).toContain("Anggota atau pengurus partai politik tidak dapat melamar");
    expect((await browser.get(apply.step(id, "jabatan_dilamar"))).html).toContain("partai politik tidak dapat melamar");
    const row = await app.database.owner.kysely
      .selectFrom("applications")
      .select(["progress", "complete", "status"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ complete: false, status: "draft", progress: { jabatan_dilamar: "invalid" } });
    const right = await save(browser, id, "jabatan_dilamar", { anggota_partai: "no" });
    expect(right.url).toMatch(/steps\/identitas$/);
    expect((await browser.get(apply.notEligible(id))).url).toMatch(new RegExp(`/apply/${id}$`));
  });
});
