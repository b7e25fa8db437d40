import { generateSync } from "otplib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Page, type TestApp } from "../../../test/app.ts";
import { anInstitution, lastLetter, people, testPassword, testTotpSecret } from "../../../test/people.ts";
import { paths } from "../../paths.ts";
import { cookies } from "../../platform/http/cookies.ts";
import { accountKey } from "../../registry/accounts/keys.ts";
import { addIdentifier } from "../../registry/identifiers/identifier.ts";
import { createStaff } from "../../registry/accounts/create.ts";

let app: TestApp;
let institution: string;
beforeAll(async () => {
  app = await testApp();
  institution = await anInstitution(app);
});
afterAll(() => app.close());

function masked(page: Page): string {
  return page.html.replaceAll(/name="csrf" value="[^"]+"/g, 'name="csrf"').replaceAll(/[\w.]+@contoh\.example/g, "@");
}

/** Every test its own limits: they all come from one address. */
async function forgetTries(): Promise<void> {
  await app.database.owner.sql`delete from rate_limits`;
}

async function login(email: string, password: string, browser = app.browser()): Promise<Page> {
  await browser.get(paths.account.login);
  return browser.post(paths.account.login, { identifier: email, password });
}

describe("logging in", () => {
  test("gives the same bytes for an unknown address, a wrong password and a pending account", async () => {
    const siti = await people.siti(app);
    const budi = await people.budi(app);
    await app.database.owner.sql`update accounts set status = 'pending' where id = ${budi.accountId}`;
    const pages = [
      await login(siti.email, "bukan kata sandinya"),
      await login("tiada@contoh.example", "bukan kata sandinya"),
      await login(budi.email, "bukan kata sandinya"),
    ];
    expect(new Set(pages.map(masked)).size).toBe(1);
    expect(pages.map((page) => page.status)).toEqual([422, 422, 422]);
    expect(pages[0]?.html).toContain("Nama akun atau kata sandi tidak cocok");
  });

  test("sends a pending account with the right password a new letter", async () => {
    const budi = await people.budi(app);
    await app.database.owner.sql`update accounts set status = 'pending' where id = ${budi.accountId}`;
    const page = await login(budi.email, testPassword);
    expect(page.html).toContain(`Kami mengirim surat ke ${budi.email}`);
    expect((await lastLetter(app, budi.email))?.kind).toBe("activate");
  });

  test("gives a new token, so that a planted one never becomes a session", async () => {
    const siti = await people.siti(app);
    const browser = app.browser();
    const planted = "p".repeat(43);
    browser.cookies.set(cookies.session, planted);
    await login(siti.email, testPassword, browser);
    expect(browser.cookies.get(cookies.session)).not.toBe(planted);
    const earlier = browser.cookies.get(cookies.session);
    await login(siti.email, testPassword, browser);
    const thief = app.browser();
    thief.cookies.set(cookies.session, earlier ?? "");
    expect((await thief.get(paths.account.home)).url).toContain(paths.account.login);
  });

  test("goes where the person wanted to go, but never to another site", async () => {
    const siti = await people.siti(app);
    const browser = app.browser();
    await browser.get(paths.account.profile);
    expect(browser.page?.url).toContain("next=");
    const page = await browser.post(paths.account.login, {
      identifier: siti.email,
      password: testPassword,
      next: paths.account.profile,
    });
    expect(page.url).toContain(paths.account.profile);
    for (const next of ["//jahat.example", "https://jahat.example", "/\\jahat.example", "javascript:alert(1)"]) {
      const other = app.browser();
      await other.get(`${paths.account.login}?next=${encodeURIComponent(next)}`);
      expect(other.page?.html).not.toContain(`name="next"`);
      expect(
        (await other.post(paths.account.login, { identifier: siti.email, password: testPassword, next })).url,
      ).toBe(app.origin + paths.account.home);
    }
  });

  test("takes any name that the account is known by, and says nothing of names that are nobody's", async () => {
    await forgetTries();
    const siti = await people.siti(app);
    const db = app.database.owner.kysely;
    const key = await accountKey(db, app.keyring, siti.accountId);
    const names = [
      { kind: "nik", value: "3171015705900001" },
      { kind: "phone", value: "+6281234567890" },
      { kind: "number", value: "PJK-2026-000012" },
    ] as const;
    for (const name of names)
      await addIdentifier(db, app.keyring, { accountId: siti.accountId, key, name, verified: true });
    for (const typed of ["3171 0157 0590 0001", "0812-3456-7890", "pjk-2026-000012"]) {
      expect((await login(typed, testPassword)).url, typed).toContain(paths.account.home);
    }
    const [wrong, unknown] = [await login("0812-3456-7890", "bukan ini"), await login("0812-3456-7899", "bukan ini")];
    const blank = (page: Page) => masked(page).replaceAll(/0812-3456-789[09]/g, "HP");
    expect(blank(wrong)).toBe(blank(unknown));
    // However many names an account has, they share its hundred.
    for (const typed of ["3171015705900001", "PJK-2026-000012", siti.email]) await login(typed, "bukan ini");
    const [counted] = await app.database.owner.sql`
      select points from rate_limits where key like 'login-account:%' order by points desc limit 1`;
    expect(counted).toEqual({ points: 4 });
    await forgetTries();
    expect((await login("siti contoh!", "x")).html).toContain("Tulis alamat e-mail, 16 angka NIK");
  });

  test("ends with logging out, which only a post does", async () => {
    const siti = await people.siti(app);
    const token = siti.browser.cookies.get(cookies.session) ?? "";
    expect((await siti.browser.get(paths.account.logout)).status).toBe(404);
    await siti.browser.get(paths.account.home);
    const page = await siti.browser.post(paths.account.logout, {});
    expect(page.html).toContain("Anda sudah keluar");
    const thief = app.browser();
    thief.cookies.set(cookies.session, token);
    expect((await thief.get(paths.account.home)).url).toContain(paths.account.login);
  });

  test("is written into the audit trail, with the tries that failed before and no personal data", async () => {
    await forgetTries();
    const siti = await people.siti(app);
    await login(siti.email, "salah sekali ini");
    await login(siti.email, testPassword);
    const [row] = await app.database.owner
      .sql`select data from audit_records where action = 'account.login' and subject_id = ${siti.accountId}`;
    expect(row?.["data"]).toEqual({ by: "password", failedBefore: 1 });
  });
});

describe("the second factor", () => {
  function codeNow(step = 0): string {
    return generateSync({ secret: testTotpSecret, epoch: Math.floor(Date.now() / 1000) + step * 30 });
  }

  async function halfWay(email: string) {
    const browser = app.browser();
    await login(email, testPassword, browser);
    return browser;
  }

  test("is asked of staff before the console, and a code works once", async () => {
    const rina = await people.rina(app, institution);
    const browser = await halfWay(rina.email);
    expect(browser.page?.url).toContain(paths.account.factor);
    const half = browser.cookies.get(cookies.session);
    const code = codeNow();
    await browser.post(paths.account.factor, { code, next: paths.account.profile });
    expect(browser.page?.url).toContain(paths.account.profile);
    expect(browser.cookies.get(cookies.session)).not.toBe(half);

    const other = await halfWay(rina.email);
    const replay = await other.post(paths.account.factor, { code });
    expect(replay.status).toBe(422);
    expect(replay.html).toContain("sudah dipakai");
    await other.post(paths.account.factor, { code: codeNow(1), next: paths.account.profile });
    expect(other.page?.url).toContain(paths.account.profile);
  });

  test("of two posts of one code at once lets one in", async () => {
    const rina = await people.rina(app, institution);
    const [a, b] = [await halfWay(rina.email), await halfWay(rina.email)];
    const code = codeNow();
    const pages = await Promise.all(
      [a, b].map((browser) => browser.post(paths.account.factor, { code, next: paths.account.profile })),
    );
    expect(pages.map((page) => page.status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  });

  test("makes whoever guesses codes wait", async () => {
    const rina = await people.rina(app, institution);
    const browser = await halfWay(rina.email);
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess++) {
      await browser.get(paths.account.factor);
      statuses.push((await browser.post(paths.account.factor, { code: `00000${guess}` })).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  test("cannot be replaced, nor the password changed, with the password alone", async () => {
    const rina = await people.rina(app, institution);
    const browser = await halfWay(rina.email);
    expect((await browser.get(paths.account.authenticator)).url).toContain(paths.account.factor);
    expect((await browser.get(paths.account.password)).url).toContain(paths.account.factor);
  });

  test("is set up at the first login of staff who have none", async () => {
    const email = "baru@contoh.example";
    await createStaff(app.database.owner.kysely, app.keyring, {
      email,
      name: "Baru Contoh",
      password: testPassword,
      roles: [{ institutionId: institution, role: "reviewer" }],
    });
    const browser = await halfWay(email);
    expect(browser.page?.url).toContain(paths.account.authenticator);
    const secret = browser.page?.html.match(/<code>([A-Z2-7 ]+)<\/code>/)?.[1]?.replaceAll(" ", "") ?? "";
    expect(browser.page?.html).toContain("<svg");
    const wrong = await browser.post(paths.account.authenticator, { code: "12 345" });
    expect(wrong.html).toContain("Kode terdiri atas 6 angka");
    expect(wrong.html).toContain(secret.slice(0, 4));
    const code = generateSync({ secret });
    const page = await browser.post(paths.account.authenticator, {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      next: paths.account.profile,
    });
    expect(page.url).toContain(paths.account.profile);
    const again = await halfWay(email);
    expect(again.page?.url).toContain(paths.account.factor);
    expect((await again.post(paths.account.factor, { code })).status).toBe(422);
  });
});

test("who registers on the way to a program comes back to it at the first login", async () => {
  const browser = app.browser();
  await browser.get(paths.account.loginThenGo(paths.program("npwp-pribadi")));
  expect(decodeURIComponent(browser.cookies.get(cookies.next) ?? "")).toBe(paths.program("npwp-pribadi"));
  const siti = await people.siti(app);
  await browser.get(paths.account.login);
  await browser.post(paths.account.login, { identifier: siti.email, password: testPassword });
  expect(new URL(browser.page?.url ?? "").pathname).toBe(paths.program("npwp-pribadi"));
  expect(browser.cookies.has(cookies.next)).toBe(false);
});
