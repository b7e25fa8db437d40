import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { lastLetter, people, testPassword } from "../../../test/people.ts";
import { paths } from "../../paths.ts";
import { findLink, issueLink } from "../../registry/accounts/link-tokens.ts";
import { takeNotice } from "../../registry/notices/outgoing.ts";
import { takeText } from "../../registry/notices/send-text.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(() => app.database.owner.sql`delete from rate_limits`);

/** The codes of the messages that wait, by the number that they go to. */
async function codes(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const rows = await app.database.owner.sql<{ id: string }[]>`
    select id from notices where kind = 'sms_phone_code' and sent_at is null order by created_at`;
  for (const { id } of rows) {
    const text = await takeText(app.database.owner.kysely, app.keyring, id);
    if (text?.kind === "phone_code") found.set(text.to, text.data.code);
  }
  return found;
}

async function ask(browser: Browser, phone: string): Promise<Map<string, string>> {
  await browser.get(paths.account.phone);
  await browser.post(paths.account.phone, { phone });
  return codes();
}

async function logsInBy(phone: string): Promise<boolean> {
  const browser = app.browser();
  await browser.get(paths.account.login);
  const page = await browser.post(paths.account.login, { identifier: phone, password: testPassword });
  return page.url.includes(paths.account.home) && page.status === 200;
}

describe("a telephone", () => {
  test("is the person's own by the code that came to it, and then a name to log in with", async () => {
    const { browser, email } = await people.siti(app);
    const code = (await ask(browser, "0812 1111 2222")).get("+6281211112222") ?? "";
    expect(browser.page?.html).toContain("+6281211112222");
    expect(await logsInBy("081211112222")).toBe(false);
    const wrong = await browser.post(paths.account.provePhone, { sent_code: code === "000000" ? "000001" : "000000" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Kode tidak cocok");
    const done = await browser.post(paths.account.provePhone, { sent_code: code });
    expect(done.html).toContain("Nomor HP Anda sudah terbukti");
    expect((await lastLetter(app, email))?.kind).toBe("phone_changed");
    expect(await logsInBy("081211112222")).toBe(true);
    expect((await browser.post(paths.account.provePhone, { sent_code: code })).status).toBe(422);
  });

  test("is changed only by codes on both, the old one and the new one", async () => {
    const { browser } = await people.budi(app);
    const first = (await ask(browser, "081233330001")).get("+6281233330001") ?? "";
    await browser.post(paths.account.provePhone, { sent_code: first });
    const both = await ask(browser, "081233330002");
    expect([...both.keys()]).toEqual(expect.arrayContaining(["+6281233330001", "+6281233330002"]));
    const [old, fresh] = [both.get("+6281233330001") ?? "", both.get("+6281233330002") ?? ""];
    expect((await browser.post(paths.account.provePhone, { sent_code: fresh })).status).toBe(422);
    expect((await browser.post(paths.account.provePhone, { sent_code: fresh, old_code: "abc" })).status).toBe(422);
    if (old !== fresh) {
      expect((await browser.post(paths.account.provePhone, { sent_code: fresh, old_code: fresh })).status).toBe(422);
    }
    expect(await logsInBy("081233330001")).toBe(true);
    const done = await browser.post(paths.account.provePhone, { sent_code: fresh, old_code: old });
    expect(done.url).toContain(paths.account.security);
    expect([await logsInBy("081233330001"), await logsInBy("081233330002")]).toEqual([false, true]);
  });

  test("of somebody else is refused to whoever holds it, and to nobody before", async () => {
    const owner = await people.siti(app);
    const other = await people.budi(app);
    const taken = "081244440001";
    await owner.browser.get(paths.account.phone);
    const code = (await ask(owner.browser, taken)).get("+6281244440001") ?? "";
    const present = await owner.browser.get(paths.account.phone);
    expect(present.html).toContain("+6281244440001");
    await owner.browser.post(paths.account.provePhone, { sent_code: code });
    const sent = await ask(other.browser, taken);
    expect(other.browser.page?.status).toBe(200);
    const refused = await other.browser.post(paths.account.provePhone, { sent_code: sent.get("+6281244440001") ?? "" });
    expect(refused.html).toContain("sudah dipakai akun lain");
    expect(await logsInBy(taken)).toBe(true);
  });

  test("dies with five wrong codes, and is sent a few a day and no more", async () => {
    const { browser } = await people.siti(app);
    const code = (await ask(browser, "081255550001")).get("+6281255550001") ?? "";
    for (let guess = 0; guess < 5; guess++)
      await browser.post(paths.account.provePhone, { sent_code: code === "111111" ? "222222" : "111111" });
    expect((await browser.post(paths.account.provePhone, { sent_code: code })).status).toBe(422);
    for (let time = 0; time < 5; time++) await ask(browser, "081255550001");
    await browser.get(paths.account.phone);
    expect((await browser.post(paths.account.phone, { phone: "081255550001" })).status).toBe(429);
  });

  test("counts codes before it compares them, also when they come all at once", async () => {
    const { browser, accountId } = await people.siti(app);
    const code = (await ask(browser, "081255550002")).get("+6281255550002") ?? "";
    const sent_code = code === "111111" ? "222222" : "111111";
    await Promise.all(Array.from({ length: 12 }, () => browser.post(paths.account.provePhone, { sent_code })));
    const [row] = await app.database.owner.sql`select p.tries from reach_proofs p
      join sessions s on s.token_hash = p.session_hash where s.account_id = ${accountId}`;
    expect(row).toEqual({ tries: 5 });
  });

  test.each(["", "0215550000", "12345", "siti@contoh.example"])("%j is none", async (phone) => {
    const { browser } = await people.siti(app);
    await browser.get(paths.account.phone);
    const page = await browser.post(paths.account.phone, { phone });
    expect(page.status).toBe(422);
    expect(page.html).toContain(phone === "" ? "Isi nomor HP" : "diawali 08");
  });
});

/** The codes of the letters that wait, by the address that they go to. */
async function letters(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const rows = await app.database.owner.sql<{ id: string }[]>`
    select id from notices where kind = 'email_code' and sent_at is null order by created_at`;
  for (const { id } of rows) {
    const letter = await takeNotice(app.database.owner.kysely, app.keyring, id);
    if (letter) found.set(letter.to, (letter.data as { code: string }).code);
  }
  return found;
}

describe("an address", () => {
  test("is changed by codes on both, and the old one is told", async () => {
    const { browser, email } = await people.siti(app);
    const next = "siti.baru@contoh.example";
    await browser.get(paths.account.email);
    const asked = await browser.post(paths.account.email, { new_email: next });
    expect(asked.html).toContain("alamat lama dan alamat baru");
    const sent = await letters();
    const [old, fresh] = [sent.get(email) ?? "", sent.get(next) ?? ""];
    expect([old, fresh]).toEqual([expect.stringMatching(/^\d{6}$/), expect.stringMatching(/^\d{6}$/)]);
    expect((await browser.post(paths.account.proveEmail, { sent_code: fresh })).status).toBe(422);
    expect(await logsInBy(next)).toBe(false);
    const done = await browser.post(paths.account.proveEmail, { sent_code: fresh, old_code: old });
    expect(done.html).toContain("Alamat e-mail Anda sudah diganti");
    expect([await logsInBy(email), await logsInBy(next)]).toEqual([false, true]);
    const [told] = await app.database.owner.sql<{ id: string }[]>`select id from notices where kind = 'email_changed'`;
    expect(await takeNotice(app.database.owner.kysely, app.keyring, told?.id ?? "")).toMatchObject({ to: email });
  });

  test("of somebody else is refused to whoever opens its letters, and to nobody before", async () => {
    const [siti, budi] = [await people.siti(app), await people.budi(app)];
    await budi.browser.get(paths.account.email);
    const asked = await budi.browser.post(paths.account.email, { new_email: siti.email });
    expect(asked.status).toBe(200);
    const sent = await letters();
    const codes = { sent_code: sent.get(siti.email) ?? "", old_code: sent.get(budi.email) ?? "" };
    const refused = await budi.browser.post(paths.account.proveEmail, codes);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("sudah dipakai akun lain");
    expect([await logsInBy(siti.email), await logsInBy(budi.email)]).toEqual([true, true]);
  });

  test("takes what the old one has begun with it: neither its links nor its recoveries open the account", async () => {
    const { email, accountId, browser } = await people.siti(app);
    const { sql } = app.database.owner;
    const link = await issueLink(app.database.web.kysely, accountId, "reset");
    await sql`insert into recoveries (token_hash, account_id, counted_as, way, proved, expires_at)
      values (${Buffer.from(accountId)}, ${accountId}, ${accountId}, 'email', array['email'], app_now() + interval '30 minutes')`;
    await browser.get(paths.account.email);
    await browser.post(paths.account.email, { new_email: "siti.pindah@contoh.example" });
    const sent = await letters();
    const both = { old_code: sent.get(email) ?? "", sent_code: sent.get("siti.pindah@contoh.example") ?? "" };
    await browser.post(paths.account.proveEmail, both);
    expect((await findLink(app.database.web.kysely, "reset", link))?.state).toBe("used");
    expect(await sql`select from recoveries where account_id = ${accountId}`).toHaveLength(0);
  });

  test("is not proved by the codes of a telephone", async () => {
    const { browser } = await people.siti(app);
    const code = (await ask(browser, "081266660001")).get("+6281266660001") ?? "";
    expect((await browser.post(paths.account.proveEmail, { sent_code: code, old_code: code })).status).toBe(422);
    expect((await browser.post(paths.account.provePhone, { sent_code: code })).status).toBe(200);
  });
});
