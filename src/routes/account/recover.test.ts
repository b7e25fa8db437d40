import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Page, type TestApp } from "../../../test/app.ts";
import { lastLetter, lastLink, people, signIn, testPassword } from "../../../test/people.ts";
import { givePhone } from "../../../test/phones.ts";
import { paths } from "../../paths.ts";
import { accountKey } from "../../registry/accounts/keys.ts";
import { addIdentifier } from "../../registry/identifiers/identifier.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

function masked(page: Page): string {
  return page.html.replaceAll(/name="csrf" value="[^"]+"/g, 'name="csrf"').replaceAll(/[\w.]+@contoh\.example/g, "@");
}

async function login(email: string, password: string): Promise<Page> {
  const browser = app.browser();
  await browser.get(paths.account.login);
  return browser.post(paths.account.login, { identifier: email, password });
}

describe("a forgotten password", () => {
  test("gives the same bytes for a known and an unknown address", async () => {
    const siti = await people.siti(app);
    const pages: Page[] = [];
    for (const email of [siti.email, "tiada@contoh.example"]) {
      const browser = app.browser();
      await browser.get(paths.account.forgot);
      pages.push(await browser.post(paths.account.forgot, { identifier: email }));
    }
    expect(new Set(pages.map(masked)).size).toBe(1);
    expect(pages[0]?.html).toContain("Kami mengirim surat ke");
    expect(await lastLetter(app, "tiada@contoh.example")).toBeUndefined();
  });

  test("is asked for by any name: the letter goes to the address, and the page is the same for a name of nobody", async () => {
    const siti = await people.siti(app);
    const phone = await givePhone(app.database.owner.kysely, app.keyring, siti.accountId);
    const pages: Page[] = [];
    for (const identifier of [`0${phone.slice(3)}`, "0812 0000 0001"]) {
      const browser = app.browser();
      await browser.get(paths.account.forgot);
      pages.push(await browser.post(paths.account.forgot, { identifier }));
    }
    expect(new Set(pages.map(masked)).size).toBe(1);
    expect(pages[0]?.html).toContain("Bila nama itu terdaftar");
    expect(await lastLink(app, siti.email)).not.toBe("");
    // However many names it has, its mailbox is not flooded; and who writes the address itself is not held up by that.
    const asking = app.browser();
    const nik = "3171015705900001";
    const db = app.database.owner.kysely;
    const key = await accountKey(db, app.keyring, siti.accountId);
    const name = { kind: "nik", value: nik } as const;
    await addIdentifier(db, app.keyring, { accountId: siti.accountId, key, name, verified: true });
    for (const identifier of [phone, phone, phone, phone, nik, siti.email]) {
      await asking.get(paths.account.forgot);
      expect((await asking.post(paths.account.forgot, { identifier })).status).toBe(200);
    }
    const [sent] = await app.database.owner.sql`
      select count(*)::int as letters from notices where account_id = ${siti.accountId} and kind = 'reset'`;
    expect(sent).toEqual({ letters: 6 });
  });

  test("is set anew by the link, once, ends every session and is told by letter", async () => {
    const siti = await people.siti(app);
    const browser = app.browser();
    await browser.get(paths.account.forgot);
    await browser.post(paths.account.forgot, { identifier: siti.email });
    const token = await lastLink(app, siti.email);
    await browser.get(paths.account.reset(token));
    const weak = await browser.post("/account/reset-password", { token, next: "siti contoh 1234" });
    expect(weak.status).toBe(422);
    expect(weak.html).toContain('href="#next"');
    const next = "perahu jingga di danau";
    const done = await browser.post("/account/reset-password", { token, next });
    expect(done.html).toContain("Kata sandi Anda sudah diganti");
    expect((await siti.browser.get(paths.account.home)).url).toContain(paths.account.login);
    expect((await lastLetter(app, siti.email))?.kind).toBe("recovered");

    const again = await browser.post("/account/reset-password", { token, next: "lain lagi di danau itu" });
    expect(again.html).toContain("Tautan ini sudah tidak berlaku");
    expect((await browser.get(paths.account.reset(token))).status).toBe(404);
    expect((await login(siti.email, testPassword)).status).toBe(422);
    expect((await login(siti.email, next)).html).toContain("Halo");
  });

  test("cannot be set by a link older than half an hour", async () => {
    const siti = await people.siti(app);
    const browser = app.browser();
    await browser.get(paths.account.forgot);
    await browser.post(paths.account.forgot, { identifier: siti.email });
    const token = await lastLink(app, siti.email);
    await app.database.owner
      .sql`update account_tokens set expires_at = expires_at - interval '30 minutes' where account_id = ${siti.accountId}`;
    expect((await browser.get(paths.account.reset(token))).html).toContain("Minta tautan baru");
  });

  test("may be set while two browsers hold the link, but only once", async () => {
    const siti = await people.siti(app);
    const [a, b] = [app.browser(), app.browser()];
    await a.get(paths.account.forgot);
    await a.post(paths.account.forgot, { identifier: siti.email });
    const token = await lastLink(app, siti.email);
    await Promise.all([a, b].map((browser) => browser.get(paths.account.reset(token))));
    const pages = await Promise.all(
      [a, b].map((browser, at) =>
        browser.post("/account/reset-password", { token, next: `perahu jingga di danau ${at}` }),
      ),
    );
    expect(pages.map((page) => page.status).toSorted((a, b) => a - b)).toEqual([200, 404]);
  });
});

describe("changing the password", () => {
  test("needs the present one, ends other sessions and keeps this one", async () => {
    const siti = await people.siti(app);
    const elsewhere = await signIn(app, siti.accountId, "applicant");
    await siti.browser.get(paths.account.password);
    const wrong = await siti.browser.post(paths.account.password, {
      present: "bukan ini",
      next: "perahu jingga di danau",
    });
    expect(wrong.html).toContain("Kata sandi sekarang tidak cocok");
    const empty = await siti.browser.post(paths.account.password, {});
    expect(empty.html).toContain('href="#present"');
    expect(empty.html).toContain('href="#next"');
    const done = await siti.browser.post(paths.account.password, {
      present: testPassword,
      next: "perahu jingga di danau",
    });
    expect(done.html).toContain("Kata sandi Anda sudah diganti");
    expect((await siti.browser.get(paths.account.home)).url).toContain(paths.account.home);
    expect((await elsewhere.get(paths.account.home)).url).toContain(paths.account.login);
    expect((await lastLetter(app, siti.email))?.kind).toBe("password_changed");
  });

  test("takes none of the last five again, nor the present one with other digits", async () => {
    const siti = await people.siti(app);
    const change = async (present: string, next: string) => {
      await siti.browser.get(paths.account.password);
      return (await siti.browser.post(paths.account.password, { present, next })).html;
    };
    const used = "pernah Anda pakai";
    expect(await change(testPassword, testPassword)).toContain(used);
    expect(await change(testPassword, `${testPassword.toUpperCase()} 2027`)).toContain("hanya berbeda angka");
    const words = ["perahu jingga", "gunung ungu", "kelapa biru", "rumput perak", "awan jernih", "pasir hangat"];
    const chosen = words.map((word) => `${word} di tepi danau`);
    let present = testPassword;
    for (const next of chosen) {
      expect(await change(present, next)).toContain("sudah diganti");
      expect(await change(next, present)).toContain(used);
      present = next;
    }
    // The one from the beginning is the seventh now and forgotten; the second is the fifth before the present one.
    expect(await change(present, chosen[0] ?? "")).toContain(used);
    expect(await change(present, testPassword)).toContain("sudah diganti");
  });

  test("by a link refuses a former password and leaves the link for another try", async () => {
    const siti = await people.siti(app);
    const browser = app.browser();
    await browser.get(paths.account.forgot);
    await browser.post(paths.account.forgot, { identifier: siti.email });
    const token = await lastLink(app, siti.email);
    await browser.get(paths.account.reset(token));
    const again = await browser.post("/account/reset-password", { token, next: testPassword });
    expect(again.status).toBe(422);
    expect(again.html).toContain('href="#next"');
    const done = await browser.post("/account/reset-password", { token, next: "perahu jingga di danau" });
    expect(done.html).toContain("Kata sandi Anda sudah diganti");
  });
});
