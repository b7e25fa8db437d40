import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { lastCode, people } from "../../../test/people.ts";
import { npwpPribadi } from "../../../test/programs/compiled.ts";
import { toyRegions } from "../../../test/programs/regions.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { startApplication } from "../../registry/applications/start.ts";
import { catalogOf } from "../../registry/programs/catalog.ts";

const slug = "berlangkah-dua";
const { account } = paths;

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, npwpPribadi, { program: slug, second_factor: "required" });
});
afterAll(() => app.close());

test("a program that demands a second factor says why at Mulai, leads to setting one up, and comes back", async () => {
  const { accountId, browser } = await people.siti(app);
  await browser.get(paths.program(slug));
  const asked = await browser.post(paths.startProgram(slug), {});
  expect(asked.url).toContain(paths.identity(slug));
  expect(asked.html).toContain("kata sandi saja tidak cukup");

  const security = await browser.get(account.securityThenGo(paths.identity(slug)));
  const next = encodeURIComponent(paths.identity(slug));
  expect(security.html).toContain(`${account.authenticator}?next=${next}`);
  expect(security.html).toContain(`${account.passkeys}?next=${next}`);
  await browser.get(`${account.codesOf("email")}&next=${next}`);
  expect(browser.hidden("next")).toBe(paths.identity(slug));
  const kind = { kind: "email", next: paths.identity(slug) };
  await browser.post(account.sendCodeToAdd, kind);
  const back = await browser.post(account.codes, { ...kind, sent_code: await lastCode(app, accountId) });
  expect(back.url).toContain(paths.identity(slug));
  expect(back.html).toContain("Semua yang diperlukan sudah ada");

  const begun = await browser.post(paths.startProgram(slug), {});
  expect(begun.url).toMatch(/\/apply\//);
});

test("the registry begins nothing without one", async () => {
  const db = app.database.web.kysely;
  const services = { db, keyring: app.keyring, catalog: catalogOf(db, toyRegions()) };
  const { accountId } = await people.budi(app);
  await expect(startApplication(services, { accountId, program: slug, language: "id" })).rejects.toMatchObject({
    status: 409,
    code: "identity",
  });
});
