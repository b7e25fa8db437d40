import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { answerAsHuman, people } from "../../../test/people.ts";
import { publishFrom } from "../../../test/seed.ts";
import { sendSubscriptionLetterJob } from "../../jobs/send-subscription-letter.ts";
import { paths } from "../../paths.ts";
import { startMailServer } from "../../platform/mail/dev-server.ts";
import { openMail } from "../../platform/mail/mail.ts";
import { openMailbox } from "../../platform/mail/mailbox.ts";
import { expireSubscriptions } from "../../registry/subscriptions/expire.ts";
import { subscriberIndex } from "../../registry/subscriptions/subscriber.ts";

const folder = mkdtempSync(join(tmpdir(), "daftar-subscriptions-"));
const server = await startMailServer(openMailbox(folder));
const mail = openMail({ url: server.url, from: "Daftar <daftar@contoh.example>" });
const slug = "berita-terdaftar";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, `programs/${slug}`);
  await publishFrom(app, "programs/npwp-pribadi");
});
afterAll(async () => {
  mail.close();
  await server.stop();
  rmSync(folder, { recursive: true });
  await app.close();
});

let met = 0;
const newEmail = () => `Langganan.${++met}@contoh.example`;
const owner = () => app.database.owner.kysely;

/** Fills the form of the program page as somebody who reads it would. */
async function fillForm(browser: Browser, change: Readonly<Record<string, string>> = {}) {
  const { html } = await browser.get(paths.program(slug));
  const question = /(?:Berapa|Mana|Apa|Hari)[^<]*\?/.exec(html.slice(html.indexOf('for="human"')))?.[0] ?? "";
  return {
    nama: "Siti Contoh",
    surel: newEmail(),
    human: answerAsHuman(question.replaceAll("&quot;", '"')),
    agree: "yes",
    ticket: browser.hidden("ticket"),
    csrf: browser.csrf(),
    ...change,
  };
}

async function ask(email: string, change: Readonly<Record<string, string>> = {}): Promise<Browser> {
  const browser = app.browser();
  await browser.post(paths.subscribe(slug), await fillForm(browser, { surel: email, ...change }));
  return browser;
}

/** Sends through SMTP what is owed, as the worker does, and reads what arrived at an address, newest last. */
async function lettersTo(email: string) {
  const job = sendSubscriptionLetterJob({
    db: app.database.worker.kysely,
    keyring: app.keyring,
    mail,
    publicUrl: app.origin,
  });
  const owed = await owner().selectFrom("subscription_letters").select("id").where("sent_at", "is", null).execute();
  for (const { id } of owed) await job({ letterId: id }, { attempt: 1, signal: new AbortController().signal });
  const names = readdirSync(folder).toSorted();
  const letters = await Promise.all(names.map((name) => PostalMime.parse(readFileSync(join(folder, name)))));
  return letters.filter(({ to }) => to?.some(({ address }) => address === email));
}

function linkIn(letter: { readonly text?: string | undefined } | undefined, path: string): string {
  const href = letter?.text?.match(new RegExp(`https?://\\S+${path}\\S*`))?.[0] ?? "";
  expect(href).not.toBe("");
  return href;
}

async function confirmed(email: string): Promise<Browser> {
  const browser = await ask(email);
  await browser.get(linkIn((await lettersTo(email)).at(-1), "/subscriptions/confirm"));
  await browser.post(paths.subscriptions.confirming, { token: browser.hidden("token") });
  return browser;
}

async function rowOf(token: string) {
  return owner().selectFrom("subscriptions").selectAll().where("id", "=", token.slice(0, 36)).executeTakeFirstOrThrow();
}

test("the page asks for the two fields itself, and says why and how long", async () => {
  const { html, status } = await app.browser().get(paths.program(slug));
  expect(status).toBe(200);
  for (const text of ['name="nama"', 'name="surel"', "paling lama 2 tahun", "Mengirim kabar tentang pelatihan"])
    expect(html).toContain(text);
  expect(html).not.toContain("govuk-button--start");
  expect(html).not.toContain("Berkas yang diunggah");
});

test("somebody registers, confirms by the letter, and leaves by the link of the next", async () => {
  const email = newEmail();
  const browser = await ask(email);
  expect(browser.page?.url).toContain(paths.subscriptions.sent);
  expect(browser.page?.html).toContain(`Kami mengirim surat ke ${email}.`);
  const [letter] = await lettersTo(email);
  expect(letter?.subject).toBe("Konfirmasi pendaftaran Anda – Kabar pelatihan dan lowongan");
  expect(letter?.headers.some(({ key }) => key === "list-unsubscribe")).toBe(false);

  const shown = await browser.get(linkIn(letter, "/subscriptions/confirm"));
  expect(shown.html).toContain("Siti Contoh");
  const token = browser.hidden("token");
  const csrf = browser.csrf();
  const done = await browser.post(paths.subscriptions.confirming, { token, csrf });
  expect(done.status).toBe(200);
  expect(done.html).toContain("Anda terdaftar");
  // A double click, and the letter opened once more, change nothing and frighten nobody.
  expect((await browser.post(paths.subscriptions.confirming, { token, csrf })).html).toContain("Anda terdaftar");
  expect((await browser.get(linkIn(letter, "/subscriptions/confirm"))).html).toContain("Anda terdaftar");

  const letters = await lettersTo(email);
  expect(letters).toHaveLength(2);
  const welcome = letters[1];
  const headers = new Map(welcome?.headers.map(({ key, value }) => [key, value]));
  expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(headers.get("list-unsubscribe")).toMatch(/^<http:\S+\/subscriptions\/one-click\?token=\S+>$/);
  expect(welcome?.html).toContain("/subscriptions/leave?token=");

  const leaving = app.browser();
  expect((await leaving.get(linkIn(welcome, "/subscriptions/leave"))).html).toContain("Berhenti dari program ini?");
  const leave = leaving.hidden("token");
  expect((await rowOf(leave)).status).toBe("confirmed");
  expect((await leaving.post(paths.subscriptions.leaving, { token: leave })).html).toContain("Anda sudah berhenti");
  expect(await rowOf(leave)).toMatchObject({ status: "ended", person_sealed: null, blind_index: null });
  expect((await leaving.get(paths.subscriptions.leave(leave))).html).toContain("Anda sudah berhenti");

  const audit = await owner()
    .selectFrom("audit_records")
    .select(["action", "subject_kind"])
    .where("subject_id", "=", leave.slice(0, 36))
    .orderBy("id")
    .execute();
  expect(audit.map(({ action }) => action)).toEqual(["subscription.ask", "subscription.confirm", "subscription.leave"]);
});

test("the answer is the same for an address that is new, pending, or confirmed", async () => {
  const known = newEmail();
  await confirmed(known);
  const pending = newEmail();
  await ask(pending);
  const pages = [];
  for (const email of [known, pending, newEmail()]) {
    const { page } = await ask(email);
    pages.push({
      status: page?.status,
      url: page?.url,
      html: page?.html.replaceAll(email, "…").replace(/"[\w-]{43}"/g, ""),
    });
  }
  expect(pages[1]).toEqual(pages[0]);
  expect(pages[2]).toEqual(pages[0]);
  expect((await lettersTo(known)).at(-1)?.subject).toContain("Anda sudah terdaftar");
  expect((await lettersTo(pending)).map(({ subject }) => subject?.slice(0, 10))).toEqual(["Konfirmasi", "Konfirmasi"]);
});

test("a mail reader leaves with one click, without a cookie or a page, and twice without harm", async () => {
  const email = newEmail();
  await confirmed(email);
  const header = (await lettersTo(email)).at(-1)?.headers.find(({ key }) => key === "list-unsubscribe")?.value ?? "";
  const address = header.slice(1, -1);
  for (let press = 0; press < 2; press++) {
    const response = await fetch(address, {
      method: "POST",
      body: "List-Unsubscribe=One-Click",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      redirect: "manual",
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("Anda sudah berhenti");
  }
  const token = new URL(address).searchParams.get("token") ?? "";
  expect((await rowOf(token)).status).toBe("ended");
  expect((await app.browser().get(address)).url).toContain(paths.subscriptions.leaving);
  const strange = await fetch(`${app.origin}${paths.subscriptions.oneClick("x")}`, { method: "POST" });
  expect(strange.status).toBe(404);
});

test("whoever left can come again, with a new letter", async () => {
  const email = newEmail();
  await confirmed(email);
  const browser = app.browser();
  await browser.get(linkIn((await lettersTo(email)).at(-1), "/subscriptions/leave"));
  await browser.post(paths.subscriptions.leaving, { token: browser.hidden("token") });
  await confirmed(email);
  expect((await lettersTo(email)).at(-1)?.subject).toContain("Anda terdaftar");
});

test("a link older than 48 hours is dead, and its page leads on; after a week the person is erased", async () => {
  const email = newEmail();
  const browser = await ask(email);
  const link = linkIn((await lettersTo(email)).at(-1), "/subscriptions/confirm");
  await browser.get(link);
  const token = browser.hidden("token");
  const csrf = browser.csrf();
  const letterId = token.slice(0, 36);
  await sql`update subscription_letters set expires_at = app_now() - interval '1 second' where id = ${letterId}::uuid`.execute(
    owner(),
  );
  const dead = await browser.post(paths.subscriptions.confirming, { token, csrf });
  expect(dead.status).toBe(404);
  expect(dead.html).toContain("Tautan ini tidak berlaku lagi");
  expect(dead.html).toContain(`href="${paths.program(slug)}"`);
  const { subscription_id: id } = await owner()
    .selectFrom("subscription_letters")
    .select("subscription_id")
    .where("id", "=", letterId)
    .executeTakeFirstOrThrow();
  expect(await expireSubscriptions(app.database.worker.kysely)).toBe(0);
  await sql`update subscriptions set created_at = app_now() - interval '8 days' where id = ${id}::uuid`.execute(
    owner(),
  );
  expect(await expireSubscriptions(app.database.worker.kysely)).toBe(1);
  expect(await rowOf(id)).toMatchObject({ status: "expired", person_sealed: null, blind_index: null });
  expect((await browser.get(link)).html).toContain("Daftar sekali lagi");
});

test("when the retention that the program stated is over, the person is erased", async () => {
  const email = newEmail();
  await confirmed(email);
  const leave =
    new URL(linkIn((await lettersTo(email)).at(-1), "/subscriptions/leave")).searchParams.get("token") ?? "";
  const { id } = await rowOf(leave);
  await sql`update subscriptions set confirmed_at = app_now() - interval '731 days' where id = ${id}::uuid`.execute(
    owner(),
  );
  expect(await expireSubscriptions(app.database.worker.kysely)).toBe(1);
  expect(await rowOf(id)).toMatchObject({ status: "ended", person_sealed: null });
});

test("a double post of the form sends one letter, and two people at once get one row", async () => {
  const email = newEmail();
  const browser = app.browser();
  const form = await fillForm(browser, { surel: email });
  await browser.post(paths.subscribe(slug), form);
  expect((await browser.post(paths.subscribe(slug), form)).url).toContain(paths.subscriptions.sent);
  expect(await lettersTo(email)).toHaveLength(1);
  const both = newEmail();
  await Promise.all([ask(both), ask(both.toUpperCase().replace("CONTOH.EXAMPLE", "contoh.example"))]);
  const { id: programId } = await owner()
    .selectFrom("programs")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const rows = await owner()
    .selectFrom("subscriptions as s")
    .innerJoin("subscription_letters as l", "l.subscription_id", "s.id")
    .select(["s.id", "l.kind"])
    .where("s.blind_index", "=", subscriberIndex(app.keyring, programId, both))
    .execute();
  expect(rows.map(({ kind }) => kind)).toEqual(["confirm", "confirm"]);
});

test("what is wrong is said at its field, and nothing typed is lost", async () => {
  const browser = app.browser();
  const form = await fillForm(browser, { nama: "", surel: "bukan alamat", human: "", agree: "" });
  const page = await browser.post(paths.subscribe(slug), form);
  expect(page.status).toBe(422);
  for (const name of ["nama", "surel", "human", "agree"]) expect(page.html).toContain(`href="#${name}"`);
  expect(page.html).toContain('value="bukan alamat"');
});

test("the sixth letter to one address within the hour is refused before anything is sent", async () => {
  const email = newEmail();
  for (let time = 0; time < 5; time++) await ask(email);
  expect((await ask(email)).page?.status).toBe(429);
  expect(await lettersTo(email)).toHaveLength(5);
});

test("a program with accounts takes nobody this way, and this one starts no application", async () => {
  const browser = app.browser();
  const form = await fillForm(browser);
  expect((await browser.post(paths.subscribe("npwp-pribadi"), form)).status).toBe(404);
  const siti = await people.siti(app);
  await siti.browser.get(paths.program("npwp-pribadi"));
  expect((await siti.browser.post(paths.startProgram(slug), {})).status).toBe(404);
});

test("nobody's name or address stands in the database in plain", async () => {
  await confirmed("kanarilangganan@contoh.example");
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(owner());
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(owner());
    for (const { line } of rows) {
      const packed = [...line.matchAll(/\\x([0-9a-f]{8,})/g)].map(([, hex = ""]) => Buffer.from(hex, "hex").toString());
      expect([line, ...packed].join("\n").toLowerCase(), name).not.toContain("kanarilangganan");
    }
  }
});
