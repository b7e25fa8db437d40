import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { givePhone } from "../../../test/phones.ts";
import {
  anInstitution,
  lastCode,
  lastLetter,
  people,
  signInByForm,
  testPassword,
  type TestPerson,
} from "../../../test/people.ts";
import { paths } from "../../paths.ts";
import { cookies } from "../../platform/http/cookies.ts";

const { account } = paths;

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.owner.sql`delete from rate_limits`;
});

type Kind = "email" | "sms";

/** Somebody who has turned codes of this kind on. */
async function withCodes(kind: Kind): Promise<TestPerson> {
  const siti = await people.siti(app);
  if (kind === "sms") await givePhone(app.database.owner.kysely, app.keyring, siti.accountId);
  await siti.browser.get(account.codesOf(kind));
  await siti.browser.post(account.sendCodeToAdd, { kind });
  const page = await siti.browser.post(account.codes, { kind, sent_code: await lastCode(app, siti.accountId) });
  expect(page.html).toContain("Kode yang dikirim sudah menyala");
  return siti;
}

const login = (email: string, from?: Browser) => signInByForm(app, { email }, from);

describe.each(["email", "sms"] as const)("codes by %s", (kind) => {
  test("are asked for at the login, and let in once", async () => {
    const siti = await withCodes(kind);
    expect((await lastLetter(app, siti.email))?.kind).toBe("factor_added");
    const { browser, page } = await login(siti.email);
    expect(page.html).toContain("Kode masuk");
    expect(page.html).not.toContain(kind === "email" ? siti.email : "+62812");
    expect((await browser.get(account.profile)).url).toContain(account.factor);

    const sent = await browser.post(account.sendCode, { kind });
    expect(sent.html).toContain("Kami mengirim kode ke");
    expect(sent.html).toContain('autocomplete="one-time-code"');
    const code = await lastCode(app, siti.accountId);
    const wrong = await browser.post(account.sentCode, { sent_code: code === "000000" ? "000001" : "000000" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Kode tidak cocok");
    const inside = await browser.post(account.sentCode, { sent_code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(inside.url).toContain(account.home);
  });

  test("open nothing in another browser, after ten minutes, after five wrong ones, or a second time", async () => {
    const siti = await withCodes(kind);
    const { browser } = await login(siti.email);
    const other = (await login(siti.email)).browser;
    await browser.post(account.sendCode, { kind });
    const code = await lastCode(app, siti.accountId);
    expect((await other.post(account.sentCode, { sent_code: code })).status).toBe(422);

    await app.database.owner.sql`update factor_codes set expires_at = app_now()`;
    expect((await browser.post(account.sentCode, { sent_code: code })).status).toBe(422);

    await browser.get(account.factor);
    await browser.post(account.sendCode, { kind });
    const second = await lastCode(app, siti.accountId);
    for (let wrong = 0; wrong < 5; wrong++) {
      await app.database.owner.sql`delete from rate_limits`;
      await browser.post(account.sentCode, { sent_code: second === "000000" ? "000001" : "000000" });
    }
    await app.database.owner.sql`delete from rate_limits`;
    expect((await browser.post(account.sentCode, { sent_code: second })).status).toBe(422);

    await browser.get(account.factor);
    await browser.post(account.sendCode, { kind });
    const [third, before] = [await lastCode(app, siti.accountId), browser.cookies.get(cookies.session) ?? ""];
    expect((await browser.post(account.sentCode, { sent_code: third })).status).toBe(200);
    browser.cookies.set(cookies.session, before);
    expect((await browser.get(account.home)).url).toContain(account.login);
  });

  test("stand nowhere in plain, and are not sent without end", async () => {
    const siti = await withCodes(kind);
    const { browser } = await login(siti.email);
    await browser.post(account.sendCode, { kind });
    const [row] = await app.database.owner.sql`select code_hmac::text as hmac from factor_codes`;
    expect(String(row?.["hmac"])).not.toContain(await lastCode(app, siti.accountId));
    const pages = [];
    for (let asked = 0; asked < 7; asked++) {
      await browser.get(account.factor);
      pages.push((await browser.post(account.sendCode, { kind })).status);
    }
    expect(pages.at(-1)).toBe(429);
  });

  test("are turned off by their owner, who is told", async () => {
    const siti = await withCodes(kind);
    await siti.browser.get(account.codesOf(kind));
    expect((await siti.browser.post(account.removeCodes, { kind })).html).toContain("sudah dimatikan");
    expect((await lastLetter(app, siti.email))?.kind).toBe("factor_removed");
    expect((await login(siti.email)).page.url).toContain(account.home);
  });
});

test("SMS needs a proven telephone", async () => {
  const siti = await people.siti(app);
  expect((await siti.browser.get(account.codesOf("sms"))).html).toContain("belum punya nomor HP");
  expect(siti.browser.page?.html).toContain(paths.account.phone);
  await siti.browser.get(account.profile);
  await siti.browser.post(account.sendCodeToAdd, { kind: "sms" });
  expect(await lastCode(app, siti.accountId)).toBe("");
});

test("a code to turn a factor on does not serve as the factor, nor the other way", async () => {
  const siti = await withCodes("email");
  const { browser } = await login(siti.email);
  await browser.post(account.sendCode, { kind: "email" });
  const rows = await app.database.owner.sql`select purpose from factor_codes where expires_at > app_now()`;
  expect(rows.map((row) => String(row["purpose"]))).toContain("login");
  await app.database.owner.sql`update factor_codes set purpose = 'add'`;
  expect((await browser.get(account.factor)).html).not.toContain('name="sent_code"');
});

test("staff may not use codes that are sent, also when they had them before", async () => {
  const siti = await withCodes("email");
  const before = await lastCode(app, siti.accountId);
  const institutionId = await anInstitution(app);
  await app.database.owner.kysely
    .insertInto("staff_roles")
    .values({ account_id: siti.accountId, institution_id: institutionId, role: "reviewer", granted_by: null })
    .execute();
  const { browser, page } = await login(siti.email);
  expect(page.html).toContain("Pasang autentikator");
  expect((await browser.get(paths.console.queue)).url).toContain(account.authenticator);
  // Without a factor of their own every page leads to the authenticator; with one, to the refusal.
  await browser.get(account.authenticator);
  expect((await browser.post(account.sendCodeToAdd, { kind: "email" })).url).toContain(account.authenticator);
  const rina = await people.rina(app, institutionId);
  await rina.browser.get(account.profile);
  expect((await rina.browser.post(account.sendCodeToAdd, { kind: "email" })).status).toBe(403);
  expect(await lastCode(app, siti.accountId)).toBe(before);
  expect(await lastCode(app, rina.accountId)).toBe("");
});

describe("a remembered device", () => {
  async function remembering(): Promise<{ siti: TestPerson; browser: Browser }> {
    const siti = await withCodes("email");
    const { browser } = await login(siti.email);
    await browser.post(account.sendCode, { kind: "email" });
    const code = await lastCode(app, siti.accountId);
    await browser.post(account.sentCode, { sent_code: code, remember: "yes" });
    return { siti, browser };
  }

  test("does without the second factor, for this account only", async () => {
    const { siti, browser } = await remembering();
    await browser.get(account.home);
    await browser.post(account.logout, {});
    expect((await login(siti.email, browser)).page.url).toContain(account.home);
    expect((await login(siti.email)).page.url).toContain(account.factor);

    const other = await withCodes("email");
    await browser.get(account.home);
    await browser.post(account.logout, {});
    expect((await login(other.email, browser)).page.url).toContain(account.factor);
  });

  test("is listed, and forgotten by its owner but by nobody else", async () => {
    const { siti, browser } = await remembering();
    const page = await browser.get(account.sessions);
    expect(page.html).toContain("Perangkat tanpa langkah kedua");
    const device = browser.hidden("device");
    const budi = await people.budi(app);
    await budi.browser.get(account.sessions);
    await budi.browser.post(account.forgetDevice, { device });
    await browser.get(account.sessions);
    expect(browser.hidden("device")).toBe(device);
    const forgotten = await browser.post(account.forgetDevice, { device });
    expect(forgotten.html).toContain("sudah dilupakan");
    await browser.post(account.logout, {});
    expect((await login(siti.email, browser)).page.url).toContain(account.factor);
  });

  test("is forgotten with a new password, and after 30 days", async () => {
    const { siti, browser } = await remembering();
    await app.database.owner
      .sql`update remembered_devices set expires_at = app_now() where account_id = ${siti.accountId}`;
    await browser.get(account.home);
    await browser.post(account.logout, {});
    expect((await login(siti.email, browser)).page.url).toContain(account.factor);

    const again = await remembering();
    await again.browser.get(account.password);
    const next = "gajah berenang di kolam biru";
    const changed = await again.browser.post(account.password, { present: testPassword, next });
    expect(changed.status).toBe(200);
    const rows = await app.database.owner
      .sql`select 1 from remembered_devices where account_id = ${again.siti.accountId}`;
    expect(rows).toHaveLength(0);
  });
});
