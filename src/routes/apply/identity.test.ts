import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anAccount } from "../../../test/applications.ts";
import { signIn } from "../../../test/people.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { startApplication } from "../../registry/applications/start.ts";
import { catalogOf } from "../../registry/programs/catalog.ts";
import { loadSource } from "../../registry/sources/load.ts";
import { toyRegions } from "../../../test/programs/regions.ts";

const folder = "programs/kartu-pasien";
const slug = "kartu-pasien";
const nik = "3171011705900001";
const kk = "3171010101150001";
const { apply } = paths;

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ worker: true });
  await publishFrom(app, folder);
  await load();
});
afterAll(() => app.close());

async function load(): Promise<void> {
  const csv = Readable.from([
    `nik,kk,name,birth_place,birth_date\n${nik},${kk},SITI RAHASIA CONTOH,BANDUNG,1990-05-17\n`,
  ]);
  const onBadLine = ({ problem }: { problem: string }) => expect.unreachable(problem);
  await loadSource({ owner: app.database.owner.kysely, keyring: app.keyring }, { source: "dukcapil", csv, onBadLine });
}

async function newcomer() {
  const accountId = await anAccount(app);
  return { accountId, browser: await signIn(app, accountId, "applicant") };
}

describe("a program that begins with a source", () => {
  test("asks for two numbers at Mulai, shows who was found with parts hidden, and fills the form", async () => {
    const { browser } = await newcomer();
    await browser.get(paths.program(slug));
    const asked = await browser.post(paths.startProgram(slug), {});
    expect(asked.url).toContain(paths.identity(slug));
    expect(asked.html).toContain("Masukkan nomor Anda");
    const found = await browser.post(paths.identity(slug), { nik: "3171 0117 0590 0001", nomor_kk: kk });
    expect(found.html).toContain("Data ditemukan");
    expect(found.html).toContain("S••• R••• C•••");
    expect(found.html).toContain("17 Mei ••••");
    expect(found.html).not.toMatch(/rahasia|1990/i);
    const begun = await browser.post(found.url, { fill: "yes" });
    const id = begun.url.split("/").at(-1) ?? "";
    const page = await browser.get(apply.step(id, "identitas"));
    expect(page.html).toContain('value="SITI RAHASIA CONTOH"');
    expect(page.html).toContain('value="BANDUNG"');
    expect(page.html).toContain('value="1990"');
    expect(page.html).not.toContain("govuk-error-message");
  });

  test("says the same of a wrong card and an unknown number, and lets both go on by hand", async () => {
    const { browser } = await newcomer();
    await browser.get(paths.identity(slug));
    const wrongCard = await browser.post(paths.identity(slug), { nik, nomor_kk: "3171010101150002" });
    await browser.get(paths.identity(slug));
    const unknown = await browser.post(paths.identity(slug), { nik: "3171011705900009", nomor_kk: kk });
    const plain = (html: string) =>
      html.replace(/\/identity\/[0-9a-f-]{36}/g, "").replace(/name="csrf" value="[^"]*"/g, "");
    expect(wrongCard.html).toContain("Data tidak ditemukan");
    expect(plain(unknown.html)).toBe(plain(wrongCard.html));
    const begun = await browser.post(unknown.url, { fill: "yes" });
    const page = await browser.get(apply.step(begun.url.split("/").at(-1) ?? "", "identitas"));
    expect(page.html).not.toMatch(/rahasia/i);
  });

  test("says where a number is wrong, and keeps what was typed", async () => {
    const { browser } = await newcomer();
    await browser.get(paths.identity(slug));
    const page = await browser.post(paths.identity(slug), { nik: "12345", nomor_kk: "" });
    expect(page.status).toBe(422);
    expect(page.html).toContain('value="12345"');
    expect(page.html.match(/class="govuk-error-message"/g)).toHaveLength(2);
  });

  test("goes on when the source does not answer, and says that the check comes later", async () => {
    await publishFrom(app, folder, { program: "sunyi", checks: silentChecks() });
    const { browser } = await newcomer();
    await browser.get(paths.identity("sunyi"));
    const page = await browser.post(paths.identity("sunyi"), { nik, nomor_kk: kk });
    expect(page.html).toContain("Sumber data belum dapat ditanya");
    const begun = await browser.post(page.url, { fill: "no" });
    expect(begun.url).toContain("/apply/");
  });

  test("shows nobody else what was found, and forgets it within an hour", async () => {
    const { browser } = await newcomer();
    await browser.get(paths.identity(slug));
    const found = await browser.post(paths.identity(slug), { nik, nomor_kk: kk });
    const other = await newcomer();
    expect((await other.browser.get(found.url)).status).toBe(404);
    expect((await other.browser.get(paths.lookup(slug, "x"))).status).toBe(404);
    const kept = await app.database.owner.sql`
      select 1 from source_lookups where asked_sealed is not null`;
    expect(kept).toHaveLength(0);
    await app.database.owner.sql`update source_lookups set created_at = app_now() - interval '61 minutes'`;
    await app.jobs["sweep-lookups"]?.({}, { attempt: 1, signal: new AbortController().signal });
    expect((await browser.get(found.url)).status).toBe(404);
  });

  test("lets nobody walk through numbers, and records each question without them", async () => {
    const { accountId, browser } = await newcomer();
    await browser.get(paths.identity(slug));
    const statuses: number[] = [];
    for (let serial = 11; serial < 17; serial++) {
      const page = await browser.post(paths.identity(slug), { nik: `31710117059000${serial}`, nomor_kk: kk });
      statuses.push(page.status);
      if (page.status === 200) await browser.get(paths.identity(slug));
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const records = await app.database.owner.sql<{ action: string; data: object }[]>`
      select action, data from audit_records where subject_id = ${accountId} and action like 'source.%'`;
    expect(records.filter(({ action }) => action === "source.look_up")).toHaveLength(5);
    expect(JSON.stringify(records)).not.toMatch(/3171/);
  });
});

test("the registry begins nothing for whoever lacks what the kind wants", async () => {
  const services = {
    db: app.database.web.kysely,
    keyring: app.keyring,
    catalog: catalogOf(app.database.web.kysely, toyRegions()),
  };
  await publishFrom(app, npwpPribadi, { program: "terverifikasi", identity: "verified" });
  const { accountId, browser } = await newcomer();
  for (const program of [slug, "terverifikasi"]) {
    await expect(startApplication(services, { accountId, program, language: "id" })).rejects.toMatchObject({
      status: 409,
      code: "identity",
    });
  }
  await browser.get(paths.program("terverifikasi"));
  const page = await browser.post(paths.startProgram("terverifikasi"), {});
  expect(page.html).toContain("Nomor HP yang terbukti milik Anda");
  expect((await browser.get(paths.lookup("terverifikasi", accountId))).status).toBe(404);
});

function silentChecks() {
  return readProgram(folder).checks?.map((check) => ({ ...check, source: "sumber_sunyi" }));
}
