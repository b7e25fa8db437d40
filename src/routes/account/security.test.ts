import { generateSync } from "otplib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Browser, type Page, type TestApp } from "../../../test/app.ts";
import { lastLetter, people, testPassword } from "../../../test/people.ts";
import { paths } from "../../paths.ts";

const { account } = paths;

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.owner.sql`delete from rate_limits`;
});

/** A code that was not used yet: each is good once, so the next one comes from the step after it. */
function codeOf(secret: string, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
}

async function setUp(browser: Browser): Promise<string> {
  const page = await browser.get(account.authenticator);
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page.html)?.[1] ?? "").replaceAll(" ", "");
  const done = await browser.post(account.authenticator, { code: codeOf(secret) });
  expect(done.html).toContain("Autentikator sudah terpasang");
  return secret;
}

async function makeCodes(browser: Browser): Promise<string[]> {
  await browser.get(account.security);
  const page = await browser.post(account.recoveryCodes, {});
  return [...page.html.matchAll(/<code>([0-9a-z-]{19})<\/code>/g)].map(([, code]) => code ?? "");
}

async function login(email: string, next = ""): Promise<{ browser: Browser; page: Page }> {
  const browser = app.browser();
  await browser.get(account.login);
  return { browser, page: await browser.post(account.login, { identifier: email, password: testPassword, next }) };
}

describe("an applicant's authenticator", () => {
  test("is asked for at every login from then on, and leads to where the person wanted to go", async () => {
    const siti = await people.siti(app);
    const secret = await setUp(siti.browser);
    expect((await lastLetter(app, siti.email))?.kind).toBe("factor_added");
    const { browser, page } = await login(siti.email, account.profile);
    expect(page.html).toContain("Kode autentikator");
    const wrong = await browser.post(account.factor, { code: "000000", next: account.profile });
    expect(wrong.status).toBe(422);
    const inside = await browser.post(account.factor, { code: codeOf(secret, 1), next: account.profile });
    expect(inside.url).toContain(account.profile);
  });

  test("keeps a half signed-in browser out of everything", async () => {
    const siti = await people.siti(app);
    await setUp(siti.browser);
    const { browser } = await login(siti.email);
    for (const path of [account.home, account.profile, account.security, account.sessions, account.password]) {
      expect((await browser.get(path)).url).toContain(account.factor);
    }
    const portal = await browser.get(paths.portal);
    expect(portal.html).not.toContain("Akun saya");
    await browser.get(account.factor);
    const page = await browser.post(account.profile, { name: "Orang Lain", language: "id" });
    expect(page.url).toContain(account.factor);
    expect((await siti.browser.get(account.profile)).html).toContain("Siti");
  });

  test("is removed by its owner, who is told by letter", async () => {
    const siti = await people.siti(app);
    await setUp(siti.browser);
    await siti.browser.get(account.security);
    const removed = await siti.browser.post(account.removeAuthenticator, {});
    expect(removed.html).toContain("Autentikator sudah dilepas");
    expect((await lastLetter(app, siti.email))?.kind).toBe("factor_removed");
    expect((await login(siti.email)).page.url).toContain(account.home);
  });
});

describe("recovery codes", () => {
  test("are ten, stand in for the authenticator once each, and die with new ones", async () => {
    const siti = await people.siti(app);
    await setUp(siti.browser);
    const codes = await makeCodes(siti.browser);
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    const { browser } = await login(siti.email);
    const typed = ` ${first.toUpperCase().replaceAll("0", "O").replaceAll("-", " ")} `;
    const inside = await browser.post(account.recoveryCode, { recovery: typed });
    expect(inside.html).toContain("9 kode belum dipakai");
    expect((await lastLetter(app, siti.email))?.kind).toBe("recovery_code_used");

    const again = await login(siti.email);
    expect((await again.browser.post(account.recoveryCode, { recovery: first })).status).toBe(422);
    expect(await makeCodes(siti.browser)).toHaveLength(10);
    expect((await again.browser.post(account.recoveryCode, { recovery: second })).status).toBe(422);
  });

  test("of somebody else open nothing, and two posts of one let one in", async () => {
    const [siti, budi] = [await people.siti(app), await people.budi(app)];
    await setUp(siti.browser);
    await setUp(budi.browser);
    const [code = "", other = ""] = await makeCodes(siti.browser);
    const stranger = await login(budi.email);
    expect((await stranger.browser.post(account.recoveryCode, { recovery: code })).status).toBe(422);
    const both = [await login(siti.email), await login(siti.email)];
    const pages = await Promise.all(both.map(({ browser }) => browser.post(account.recoveryCode, { recovery: other })));
    expect(pages.map((page) => page.status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  });

  test("stand nowhere in plain", async () => {
    const siti = await people.siti(app);
    await setUp(siti.browser);
    const [code = ""] = await makeCodes(siti.browser);
    const rows = await app.database.owner
      .sql`select code_hash from recovery_codes where account_id = ${siti.accountId}`;
    expect(rows).toHaveLength(10);
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
  });
});

describe("what is sensitive", () => {
  const age = (accountId: string) =>
    app.database.owner
      .sql`update sessions set proved_at = app_now() - interval '11 minutes' where account_id = ${accountId}`;

  test("asks for the password once more after ten minutes, and goes on", async () => {
    const siti = await people.siti(app);
    await age(siti.accountId);
    const asked = await siti.browser.get(account.authenticator);
    expect(asked.html).toContain("Pastikan ini Anda");
    const next = account.authenticator;
    const wrong = await siti.browser.post(account.confirm, { present: "bukan kata sandinya", next });
    expect(wrong.html).toContain("tidak cocok");
    const right = await siti.browser.post(account.confirm, { present: testPassword, next });
    expect(right.url).toContain(account.authenticator);
  });

  test("asks whoever has an authenticator for its code, and takes no post meanwhile", async () => {
    const siti = await people.siti(app);
    const secret = await setUp(siti.browser);
    await siti.browser.get(account.security);
    await age(siti.accountId);
    const refused = await siti.browser.post(account.removeAuthenticator, {});
    expect(refused.html).toContain("Pastikan ini Anda");
    const right = await siti.browser.post(account.confirm, { code: codeOf(secret, 1), next: account.security });
    expect(right.html).toContain("Lepas autentikator");
  });
});
