import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browser, type Page, type TestApp } from "../../../test/app.ts";
import { answerAsHuman, lastLetter, lastLink, people, testPassword } from "../../../test/people.ts";
import { paths } from "../../paths.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** Opens the registration form and fills it in. */
async function filled(
  browser: Browser,
  fields: Readonly<Record<string, string>> = {},
  address: string = paths.account.register,
) {
  const page = await browser.get(address);
  const question =
    page.html
      .match(/for="human">\s*[^:]+: ([^<]+)/)?.[1]
      ?.trim()
      .replaceAll("&quot;", '"') ?? "";
  return {
    csrf: browser.csrf(),
    ticket: page.html.match(/name="ticket" value="([^"]+)"/)?.[1] ?? "",
    name: "Siti Contoh",
    email: "siti@contoh.example",
    password: testPassword,
    human: answerAsHuman(question),
    agree: "yes",
    ...fields,
  };
}

/** The same, and sends it. */
async function fill(
  browser: Browser,
  fields: Readonly<Record<string, string>> = {},
  address: string = paths.account.register,
): Promise<Page> {
  return browser.post(paths.account.register, await filled(browser, fields, address));
}

function masked(page: Page): string {
  return page.html.replaceAll(/name="csrf" value="[^"]+"/g, 'name="csrf"').replaceAll(/[\w.]+@contoh\.example/g, "@");
}

describe("registering", () => {
  test("sends a letter whose button activates the account, once, and then the person logs in", async () => {
    const browser = app.browser();
    const email = "rina@contoh.example";
    const sent = await fill(browser, { email });
    expect(sent.url).toContain(paths.account.registered);
    expect(sent.html).toContain(`Kami mengirim surat ke ${email}`);

    const token = await lastLink(app, email);
    const opened = await browser.get(paths.account.activate(token));
    expect(opened.html).toContain("Aktivasi");
    const twice = await browser.get(paths.account.activate(token));
    expect(twice.status).toBe(200);
    const active = await browser.post("/account/activate", { token });
    expect(active.html).toContain("Akun Anda sudah aktif");

    await browser.get(paths.account.activate(token));
    expect(browser.page?.html).toContain("Akun ini sudah aktif");
    await browser.get(paths.account.login);
    const home = await browser.post(paths.account.login, { identifier: email, password: testPassword });
    expect(home.html).toContain("Halo, Siti Contoh");
    expect(home.html).toContain("Anda belum punya permohonan");
  });

  test("leads whoever came from a program back to it, by way of the letter and the login", async () => {
    const browser = app.browser();
    const email = "rani@contoh.example";
    await fill(browser, { email }, paths.account.registerThenGo(paths.check));
    const token = await lastLink(app, email);
    await browser.get(paths.account.activate(token));
    await browser.post("/account/activate", { token });
    await browser.get(paths.account.login);
    const after = await browser.post(paths.account.login, { identifier: email, password: testPassword });
    expect(after.url).toMatch(new RegExp(`${paths.check}$`));
  });

  test("gives the same bytes for a known and an unknown address, and tells the known one by letter", async () => {
    const siti = await people.siti(app);
    const known = await fill(app.browser(), { email: siti.email });
    const unknown = await fill(app.browser(), { email: "tiada@contoh.example" });
    expect(masked(known)).toBe(masked(unknown));
    expect(known.status).toBe(unknown.status);
    expect((await lastLetter(app, siti.email))?.kind).toBe("already_registered");
    expect((await lastLetter(app, "tiada@contoh.example"))?.kind).toBe("activate");
  });

  test("does nothing on the second post of a double click, and answers it like the first", async () => {
    const browser = app.browser();
    const email = "ganda@contoh.example";
    const first = await fill(browser, { email });
    const count = () => app.database.owner.sql`select from notices`.then((rows) => rows.length);
    const before = await count();
    expect(first.status).toBe(200);
    // The same ticket again: the form the browser still holds.
    const form = await filled(browser, { email });
    await browser.post(paths.account.register, form);
    expect(await count()).toBe(before + 1);
    const again = await browser.post(paths.account.register, form);
    expect(again.url).toContain(paths.account.registered);
    expect(await count()).toBe(before + 1);
  });

  test("counts the answer of a human once more where the first post came to nothing", async () => {
    const browser = app.browser();
    const { sql } = app.database.owner;
    const email = "gagal@contoh.example";
    const form = await filled(browser, { email });
    await sql`alter table accounts rename to accounts_away`;
    const failed = await browser.post(paths.account.register, form);
    await sql`alter table accounts_away rename to accounts`;
    expect([failed.status, failed.html.includes(email)]).toEqual([503, false]);
    expect((await browser.post(paths.account.register, form)).url).toContain(paths.account.registered);
    expect((await lastLetter(app, email))?.kind).toBe("activate");
  });

  test("keeps what was typed, but never the password, and says what is wrong at each field and in the summary", async () => {
    const browser = app.browser();
    const page = await fill(browser, {
      name: "S1t1 <b>",
      email: "bukan alamat",
      password: "pendek",
      human: "salah",
      agree: "",
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain("<title>Kesalahan:");
    expect(page.html).toContain('value="S1t1 &lt;b&gt;"');
    expect(page.html).toContain('value="bukan alamat"');
    expect(page.html).not.toContain("pendek&quot;");
    expect(page.html).not.toContain('value="pendek"');
    for (const field of ["name", "email", "password", "human", "agree"]) {
      expect(page.html).toContain(`href="#${field}"`);
      expect(page.html).toContain(`id="${field}-error"`);
    }
  });

  test("refuses an easily guessed password and says why, in the person's language", async () => {
    const browser = app.browser();
    await browser.get(`${paths.account.register}?lang=en`);
    const page = await fill(browser, { password: "Password-Indonesia-2026" });
    expect(page.html).toContain("made of words that most people use");
  });

  test.each([
    ["NUL", "Siti\u0000Contoh"],
    ["a replacement character", "Siti\ufffdContoh"],
    ["a megabyte", "a".repeat(1_000_000)],
  ])("refuses %s in the name with a message at the field", async (_what, name) => {
    const page = await fill(app.browser(), { name });
    expect(page.status).toBe(422);
    expect(page.html).toContain('id="name-error"');
  });

  test("refuses a stale form token", async () => {
    const browser = app.browser();
    const page = await fill(browser, { csrf: "stale" });
    expect(page.status).toBe(403);
    expect(page.html).toContain("Formulir ini sudah kedaluwarsa");
  });

  test("lets the last registration of a pending address count, and its earlier links die", async () => {
    const email = "dua.kali@contoh.example";
    await fill(app.browser(), { email, password: "kata sandi orang lain zzyx" });
    const earlier = await lastLink(app, email);
    await fill(app.browser(), { email });
    const browser = app.browser();
    await browser.get(paths.account.activate(earlier));
    expect(browser.page?.status).toBe(404);
    const token = await lastLink(app, email);
    await browser.get(paths.account.activate(token));
    await browser.post("/account/activate", { token });
    const home = await browser.post(paths.account.login, { identifier: email, password: testPassword });
    expect(home.html).toContain("Halo, Siti Contoh");
  });

  test("offers a new letter when the link has expired", async () => {
    const email = "lambat@contoh.example";
    await fill(app.browser(), { email });
    const token = await lastLink(app, email);
    await app.database.owner.sql`update account_tokens set expires_at = now() where expires_at > now()`;
    const browser = app.browser();
    const dead = await browser.get(paths.account.activate(token));
    expect(dead.html).toContain("Kirim surat baru");
    const posted = await browser.post("/account/activate", { token });
    expect(posted.html).toContain("Kirim surat baru");
    const sent = await browser.post("/account/activate", { token, again: "1" });
    expect(sent.html).toContain(`Kami mengirim surat ke ${email}`);
    const fresh = await lastLink(app, email);
    expect(fresh).not.toBe(token);
    await browser.get(paths.account.activate(fresh));
    expect((await browser.post("/account/activate", { token: fresh })).html).toContain("Akun Anda sudah aktif");
  });

  test("shows a clear page for a link that we never sent", async () => {
    const page = await app.browser().get(paths.account.activate("x".repeat(43)));
    expect(page.status).toBe(404);
    expect(page.html).toContain("Tautan tidak dikenali");
  });

  test("limits the letters to one address, known or not", async () => {
    for (let time = 0; time < 5; time++) await fill(app.browser(), { email: "banyak@contoh.example" });
    const page = await fill(app.browser(), { email: "banyak@contoh.example" });
    expect(page.status).toBe(429);
    expect(page.headers.get("retry-after")).toMatch(/^\d+$/);
    for (const kept of ["Siti Contoh", "banyak@contoh.example"]) expect(page.html).toContain(`value="${kept}"`);
    expect(page.html).not.toContain(testPassword);
  });
});
