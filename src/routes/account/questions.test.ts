import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Browser, type Page, type TestApp } from "../../../test/app.ts";
import {
  answerAsHuman,
  lastLetter,
  lastLink,
  people,
  signIn,
  testPassword,
  type TestPerson,
} from "../../../test/people.ts";
import { paths } from "../../paths.ts";
import { accountKey } from "../../registry/accounts/keys.ts";
import { addIdentifier } from "../../registry/identifiers/identifier.ts";

const { account } = paths;
const next = "perahu jingga di danau";
const facts = { kk: "3171010101150007", birth_place: "Kota Contoh", birth_date: "17-05-1990" };
const chosen = {
  question_1: "gift",
  answer_1: "Layang-layang hijau dari Paman Jono",
  question_2: "far_trip",
  answer_2: "Ke Danau Biru naik truk sayur",
  ...facts,
};

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ securityQuestions: true });
});
afterAll(() => app.close());
beforeEach(() => app.database.owner.sql`delete from rate_limits`);

async function withQuestions(): Promise<TestPerson & { nik: string }> {
  const siti = await people.siti(app);
  const nik = `31710157059${String(Math.trunc(performance.now() * 1000) % 100_000).padStart(5, "0")}`;
  const db = app.database.owner.kysely;
  const key = await accountKey(db, app.keyring, siti.accountId);
  const name = { kind: "nik", value: nik } as const;
  await addIdentifier(db, app.keyring, { accountId: siti.accountId, key, name, verified: true });
  await siti.browser.get(account.questions);
  const done = await siti.browser.post(account.questions, chosen);
  expect(done.html).toContain("Pertanyaan pengaman Anda tersimpan");
  return { ...siti, nik };
}

/** Asks for a link and opens it. */
async function openLink({ email }: TestPerson): Promise<{ browser: Browser; page: Page; token: string }> {
  await app.database.owner.sql`delete from rate_limits where key like 'letter%'`;
  const browser = app.browser();
  await browser.get(account.forgot);
  await browser.post(account.forgot, { identifier: email });
  const token = await lastLink(app, email);
  return { browser, page: await browser.get(account.reset(token)), token };
}

function unescape(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}

/** Sends the form as it stands, with the question for humans answered. */
function answer(browser: Browser, token: string, typed: Record<string, string>): Promise<Page> {
  const asked = /<label[^>]*for="human"[^>]*>([^<]*)</.exec(browser.page?.html ?? "")?.[1] ?? "";
  return browser.post("/account/reset-password", {
    token,
    ticket: browser.hidden("ticket"),
    human: answerAsHuman(
      unescape(asked)
        .replace(/^[^:]*: /, "")
        .trim(),
    ),
    next,
    ...facts,
    ...typed,
  });
}

const answers: Record<string, string> = { gift: chosen.answer_1, far_trip: chosen.answer_2 };

/** What the open page asks. */
function askedOn(page: Page): string {
  return page.html.includes("Hadiah apa") ? "gift" : page.html.includes("perjalanan jauh pertama") ? "far_trip" : "";
}

describe("choosing questions", () => {
  test("keeps answers that nobody can read, tells the owner, and offers the safer ways", async () => {
    const siti = await withQuestions();
    expect((await lastLetter(app, siti.email))?.kind).toBe("questions_changed");
    const page = await siti.browser.get(account.questions);
    expect(page.html).toContain("Anda sudah memilih dua pertanyaan");
    expect(page.html).toContain(`href="${account.passkeys}"`);
    const rows = await app.database.owner.sql`
      select q::text as row from security_questions q union all select f::text from security_facts f
      union all select a::text from audit_records a union all select n::text from notices n`;
    const kept = JSON.stringify(rows).toLowerCase();
    for (const secret of ["layang", "jono", "danau", "truk", facts.kk, "kota contoh"]) {
      expect(kept).not.toContain(secret);
      expect(page.html.toLowerCase()).not.toContain(secret);
    }
    expect(kept).not.toContain("$argon2");
    await siti.browser.get(account.questions);
    expect((await siti.browser.post(account.removeQuestions, {})).html).toContain("dihapus");
    const left = await app.database.owner.sql`select 1 from security_questions where account_id = ${siti.accountId}`;
    expect(left).toHaveLength(0);
  });

  test.each([
    ["short", { answer_1: "a b 1!" }, "paling sedikit 4 huruf"],
    ["common", { answer_1: "Nasi  Goreng!" }, "dipilih banyak orang"],
    ["one's own name", { answer_1: "siti contoh" }, "sama dengan data akun"],
    ["one's birth place", { answer_2: "KOTA CONTOH" }, "sama dengan data akun"],
    ["the same twice", { answer_2: "layang layang hijau, dari paman jono." }, "dua jawaban yang berbeda"],
    ["one question twice", { question_2: "gift" }, "dua pertanyaan yang berbeda"],
    ["a question of one's own", { question_1: "nama ibu kandung" }, "dari daftar"],
    ["no family card", { kk: "123" }, "16 angka"],
    ["no date", { birth_date: "31-02-1990" }, "tanggal lahir yang ada"],
  ])("refuses %s at its field", async (_, typed, message) => {
    const siti = await people.siti(app);
    await siti.browser.get(account.questions);
    const page = await siti.browser.post(account.questions, { ...chosen, ...typed });
    expect(page.status).toBe(422);
    expect(page.html).toContain(message);
    expect(page.html).toContain(`value="${facts.kk === chosen.kk && "kk" in typed ? "123" : facts.kk}"`);
  });

  test("asks who it is first, and is shut for a day after a recovery", async () => {
    const siti = await people.siti(app);
    const { sql } = app.database.owner;
    await sql`update sessions set proved_at = app_now() - interval '11 minutes' where account_id = ${siti.accountId}`;
    expect((await siti.browser.get(account.questions)).url).toContain(account.confirm);
    await sql`update accounts set cooling_until = app_now() + interval '1 hour' where id = ${siti.accountId}`;
    const again = await signIn(app, siti.accountId, "applicant");
    expect((await again.get(account.questions)).html).toContain("baru dipulihkan");
  });
});

describe("a forgotten password of somebody who has chosen questions", () => {
  test("takes name, NIK, family card, birth, one answer, a human and a new password, behind the link", async () => {
    const siti = await withQuestions();
    const { browser, page, token } = await openLink(siti);
    const question = askedOn(page);
    expect(question).not.toBe("");
    const empty = await browser.post("/account/reset-password", { token });
    expect(empty.status).toBe(422);
    for (const name of ["name", "nik", "kk", "birth_place", "birth_date", "answer", "human", "next"]) {
      expect(empty.html).toContain(`href="#${name}"`);
    }
    const typed = { name: siti.name, nik: siti.nik, answer: answers[question]?.toUpperCase() ?? "" };
    const done = await answer(browser, token, typed);
    expect(done.html).toContain("Kata sandi Anda sudah diganti");
    // Another time it is the other question.
    const later = await openLink(siti);
    expect(askedOn(later.page)).not.toBe(question);
    expect(askedOn(later.page)).not.toBe("");
  });

  test("stays with one question, does not tell which fact was wrong, and gives three tries for a link, five a day", async () => {
    const siti = await withQuestions();
    const right = { name: siti.name, nik: siti.nik };
    const first = await openLink(siti);
    const question = askedOn(first.page);
    const tries = [
      { ...right, answer: "bukan jawaban saya" },
      { ...right, kk: "3171010101150008", answer: answers[question] ?? "" },
      { ...right, birth_place: "Kota Lain", answer: answers[question] ?? "" },
    ];
    const messages = new Set<string>();
    for (const typed of tries) {
      const page = await answer(first.browser, first.token, typed);
      expect(page.status).toBe(422);
      expect(askedOn(page)).toBe(question);
      messages.add(/id="answer-error"[^>]*>([\s\S]*?)<\/p>/.exec(page.html)?.[1] ?? "");
    }
    expect([...messages]).toHaveLength(1);
    const ended = await answer(first.browser, first.token, { ...right, answer: answers[question] ?? "" });
    expect(ended.status).toBe(429);
    expect(ended.html).toContain("Kesempatan menjawab habis");
    const ticket = paths.helpdesk.ask("lupa-jawaban-pengaman");
    expect(ended.html).toContain(`href="${ticket}"`);
    expect((await app.browser().get(ticket)).html).toContain("Lupa jawaban pengaman");

    await app.database.owner.sql`delete from rate_limits where key like 'login%'`;
    const second = await openLink(siti);
    expect(askedOn(second.page)).toBe(question);
    for (let time = 0; time < 2; time++) {
      const page = await answer(second.browser, second.token, { ...right, answer: "bukan jawaban saya" });
      expect(page.status).toBe(422);
    }
    await app.database.owner.sql`delete from rate_limits where key like 'login%'`;
    const sixth = await answer(second.browser, second.token, { ...right, answer: answers[question] ?? "" });
    expect(sixth.html).toContain("Kesempatan menjawab habis");
  });

  test("shows no question before a channel is proved, and the second factor is owed all the same", async () => {
    const siti = await withQuestions();
    await app.database.owner.kysely
      .insertInto("code_factors")
      .values({ account_id: siti.accountId, kind: "email" })
      .execute();
    const browser = app.browser();
    for (const page of [account.forgot, account.recover]) {
      expect(askedOn(await browser.get(page))).toBe("");
    }
    const { browser: owner, page, token } = await openLink(siti);
    const typed = { name: siti.name, nik: siti.nik, answer: answers[askedOn(page)] ?? "" };
    await answer(owner, token, typed);
    await owner.get(account.login);
    const inside = await owner.post(account.login, { identifier: siti.email, password: next });
    expect(inside.url).toContain(account.factor);
  });

  test("is asked by a recovery with a code as well", async () => {
    const siti = await withQuestions();
    const browser = app.browser();
    await browser.get(account.recover);
    await browser.post(account.recover, { identifier: siti.nik, way: "email" });
    await app.database.owner.sql`update recoveries set proved = '{email}' where account_id = ${siti.accountId}`;
    const page = await browser.get(account.recoverPassword);
    expect(askedOn(page)).not.toBe("");
    expect((await browser.post(account.recoverPassword, { next })).status).toBe(422);
    const login = app.browser();
    await login.get(account.login);
    const old = await login.post(account.login, { identifier: siti.email, password: testPassword });
    expect(old.html).toContain("Halo");
  });
});

test("the whole database holds no answer and no fact in plain, neither as text nor as bytes", async () => {
  const siti = await withQuestions();
  const { browser, page, token } = await openLink(siti);
  const typed = { name: siti.name, nik: siti.nik, answer: "salah di jawaban canary" };
  await answer(browser, token, typed);
  await answer(browser, token, { ...typed, answer: answers[askedOn(page)] ?? "" });
  const { sql } = app.database.owner;
  const words = ["Paman Jono", "paman jono", "Danau Biru", "danau biru", "jawaban canary", facts.kk, "Kota Contoh"];
  const patterns = words.flatMap((word) => [`%${word.toLowerCase()}%`, `%${Buffer.from(word).toString("hex")}%`]);
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select 1 from ${name} t where lower(t::text) like any ($1::text[]) limit 1`, [
      patterns,
    ]);
    if (rows.length > 0) found.push(name);
  }
  expect(tables.length).toBeGreaterThan(30);
  expect(found).toEqual([]);
});

test("where the platform asks no questions there are none", async () => {
  const plain = await testApp();
  try {
    const siti = await people.siti(plain);
    expect((await siti.browser.get(account.questions)).status).toBe(404);
    expect((await siti.browser.get(account.security)).html).not.toContain("Pertanyaan pengaman");
    expect((await siti.browser.get(paths.passwordRules)).html).not.toContain("V6.4.2");
  } finally {
    await plain.close();
  }
});

test("the rules of passwords print the deviation", async () => {
  expect((await app.browser().get(paths.passwordRules)).html).toContain("V6.4.2");
});
