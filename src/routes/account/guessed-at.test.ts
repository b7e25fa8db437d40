import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type Page, type TestApp } from "../../../test/app.ts";
import { answerAsHuman, people, signInByForm, testPassword } from "../../../test/people.ts";
import { givePhone } from "../../../test/phones.ts";
import { paths } from "../../paths.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
// Every test its own limits: they all come from one address.
beforeEach(forgetTries);

async function forgetTries(): Promise<void> {
  await app.database.owner.sql`delete from rate_limits`;
}

function answerOn(html: string): string {
  return answerAsHuman(
    html
      .match(/for="human">\s*[^:]+: ([^<]+)/)?.[1]
      ?.trim()
      .replaceAll("&quot;", `"`) ?? "",
  );
}

async function login(email: string, password: string, browser = app.browser()): Promise<Page> {
  return (await signInByForm(app, { email, password }, browser)).page;
}

test("makes whoever guesses wait, in their language, and lets the owner in on a browser that was there before", async () => {
  const siti = await people.siti(app);
  const own = app.browser();
  await login(siti.email, testPassword, own);
  const guesser = app.browser();
  await guesser.get(`${paths.account.login}?lang=en`);
  const statuses: number[] = [];
  for (let guess = 0; guess < 10; guess++)
    statuses.push((await login(siti.email, `tebakan ke ${guess}`, guesser)).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429, 429, 429]);
  expect(guesser.page?.html).toContain("Too many tries");
  // Nobody is sent away to wait only.
  for (const way of [paths.account.forgot, paths.account.recover, paths.helpdesk.ask("akun-terkunci")]) {
    expect(guesser.page?.html).toContain(`href="${way}"`);
  }
  expect(Number(guesser.page?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await login(siti.email, testPassword, guesser)).status).toBe(429);

  await own.get(paths.account.home);
  await own.post(paths.account.logout, {});
  expect((await login(siti.email, testPassword, own)).url).toContain(paths.account.home);

  const unknown: number[] = [];
  for (let guess = 0; guess < 6; guess++) unknown.push((await login("tiada@contoh.example", "x")).status);
  expect(unknown).toEqual([422, 422, 422, 422, 422, 429]);
});

test("stops the password on unknown devices after a hundred guesses in a row, whatever network they come from", async () => {
  const siti = await people.siti(app);
  await login(siti.email, "satu tebakan");
  await app.database.owner.sql`update rate_limits set points = 100 where key like 'login-name:%'`;
  const stopped = await login(siti.email, testPassword);
  expect(stopped.status).toBe(429);
  expect(stopped.html).toContain("Kata sandi tidak berlaku di perangkat ini");
});

test("shows of a limit that is spent on one name nothing at the account's other names, and holds for all of them", async () => {
  const siti = await people.siti(app);
  const phone = await givePhone(app.database.owner.kysely, app.keyring, siti.accountId);
  const own = app.browser();
  await login(siti.email, testPassword, own);
  await own.post(paths.account.logout, {});
  for (let guess = 0; guess < 5; guess++) await login(siti.email, `tebakan ke ${guess}`);
  expect((await login(siti.email, "satu lagi")).status).toBe(429);
  expect((await login(phone, "satu tebakan")).status).toBe(422);
  await app.database.owner.sql`update rate_limits set points = 100 where key like 'login-account:%'`;
  const stopped = await login(phone, testPassword);
  expect(stopped.status).toBe(422);
  expect(stopped.html).not.toContain('name="ticket"');
  expect((await login(siti.email, testPassword, own)).url).toContain(paths.account.home);
  await forgetTries();
  await login(siti.email, "satu tebakan");
  expect((await login(phone, testPassword)).url).toContain(paths.account.home);
  const [left] = await app.database.owner.sql`
    select count(*)::int as guesses from rate_limits where key like 'login-name:%' or key like 'login-account:%'`;
  expect(left).toEqual({ guesses: 0 });
});

test("asks a question for humans where strangers have guessed, each answer good for one try", async () => {
  const siti = await people.siti(app);
  await login(siti.email, "satu tebakan");
  await app.database.owner.sql`update rate_limits set points = 20 where key like 'login-name:%'`;
  const browser = app.browser();
  const asked = await login(siti.email, testPassword, browser);
  expect(asked.status).toBe(422);
  expect(asked.html).toContain("Pertanyaan untuk manusia");
  const ticket = browser.hidden("ticket");
  const wrong = { identifier: siti.email, password: "bukan ini", human: answerOn(asked.html), ticket };
  expect((await browser.post(paths.account.login, wrong)).html).toContain("Nama akun atau kata sandi tidak cocok");
  const again = await browser.post(paths.account.login, { ...wrong, password: testPassword });
  expect(again.html).toContain("Pertanyaannya sudah kedaluwarsa");
  const right = { ...wrong, password: testPassword, human: answerOn(again.html), ticket: browser.hidden("ticket") };
  expect((await browser.post(paths.account.login, right)).url).toContain(paths.account.home);
});
