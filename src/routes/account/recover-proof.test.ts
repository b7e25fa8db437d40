import { generateSync } from "otplib";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Browser, type Page, type TestApp } from "../../../test/app.ts";
import {
  anInstitution,
  lastLetter,
  people,
  signInByForm,
  testPassword,
  waitingSecret,
  type TestPerson,
} from "../../../test/people.ts";
import { givePhone } from "../../../test/phones.ts";
import { paths } from "../../paths.ts";

const { account } = paths;
const next = "perahu jingga di danau";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(() => app.database.owner.sql`delete from rate_limits`);

async function begin(identifier: string, way: string): Promise<{ browser: Browser; page: Page }> {
  const browser = app.browser();
  await browser.get(account.recover);
  return { browser, page: await browser.post(account.recover, { identifier, way }) };
}

/** The newest code for a recovery, by letter or by SMS; "" when none waits. */
function recoveryCode(accountId: string): Promise<string> {
  return waitingSecret(app, accountId, ["recovery_code", "sms_recovery_code"]);
}

async function kindsSince(accountId: string): Promise<string[]> {
  const rows = await app.database.owner.sql`select kind from notices where account_id = ${accountId} order by id`;
  return rows.map((row) => String(row["kind"]));
}

async function login(email: string, password: string): Promise<Page> {
  return (await signInByForm(app, { email, password })).page;
}

async function aSubmission({ accountId }: TestPerson): Promise<void> {
  const [institution, program, version, id] = [await anInstitution(app), uuidv7(), uuidv7(), uuidv7()];
  const { sql } = app.database.owner;
  await sql`insert into programs (id, institution_id, slug, opens_at)
    values (${program}, ${institution}, ${`klub-${id}`}, now())`;
  const definition = { title: { id: "Klub Contoh", en: "Sample Club" } };
  await sql`insert into program_versions (id, program_id, content_hash, definition)
    values (${version}, ${program}, ${version}, ${sql.json(definition)})`;
  await sql`insert into applications (id, account_id, institution_id, program_id, version_id, language, status, receipt)
    values (${id}, ${accountId}, ${institution}, ${program}, ${version}, 'id', 'submitted', ${`K-${id}`})`;
}

async function withPhone(): Promise<TestPerson & { phone: string }> {
  const siti = await people.siti(app);
  return { ...siti, phone: await givePhone(app.database.owner.kysely, app.keyring, siti.accountId) };
}

function wrongOf(code: string): string {
  return code === "000000" ? "000001" : "000000";
}

/** Sets an authenticator up; returns its secret and the recovery codes made with it. */
async function withAuthenticator({ browser }: TestPerson): Promise<{ secret: string; codes: string[] }> {
  const page = await browser.get(account.authenticator);
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page.html)?.[1] ?? "").replaceAll(" ", "");
  await browser.post(account.authenticator, { code: generateSync({ secret }) });
  await browser.get(account.security);
  const made = await browser.post(account.recoveryCodes, {});
  return { secret, codes: [...made.html.matchAll(/<code>([0-9a-z-]{19})<\/code>/g)].map(([, code]) => code ?? "") };
}

describe("recovery by telephone", () => {
  test("sets a new password by a code that works once, in that browser only, and tells both addresses", async () => {
    const siti = await withPhone();
    const { browser, page } = await begin(`0${siti.phone.slice(3)}`, "sms");
    expect(page.url).toContain(account.recoverProof);
    expect(page.html).toContain('autocomplete="one-time-code"');
    expect(page.html).not.toContain(siti.phone.slice(-4));
    const code = await recoveryCode(siti.accountId);
    expect(code).toMatch(/^[0-9]{6}$/);
    const wrong = await browser.post(account.recoverProof, { proof: "sms", sent_code: wrongOf(code) });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Kode tidak cocok");
    const elsewhere = (await begin(siti.email, "sms")).browser;
    expect((await elsewhere.post(account.recoverProof, { proof: "sms", sent_code: code })).status).toBe(422);

    const proved = await browser.post(account.recoverProof, { proof: "sms", sent_code: code });
    expect(proved.url).toContain(account.recoverPassword);
    const weak = await browser.post(account.recoverPassword, { next: "siti contoh 1234" });
    expect(weak.status).toBe(422);
    expect((await browser.post(account.recoverPassword, { next: testPassword })).html).toContain("pernah Anda pakai");
    const done = await browser.post(account.recoverPassword, { next });
    expect(done.html).toContain("Kata sandi Anda sudah diganti");
    expect(await kindsSince(siti.accountId)).toEqual(expect.arrayContaining(["recovered", "sms_recovered"]));
    expect((await siti.browser.get(account.home)).url).toContain(account.login);
    expect((await login(siti.email, testPassword)).status).toBe(422);
    expect((await login(siti.email, next)).html).toContain("Halo");
    expect((await browser.post(account.recoverPassword, { next: "lain lagi di danau itu" })).status).toBe(404);
  });

  test("is not enough for somebody who has submitted an application", async () => {
    const siti = await withPhone();
    await aSubmission(siti);
    const { browser } = await begin(siti.email, "sms");
    const sent_code = await recoveryCode(siti.accountId);
    const more = await browser.post(account.recoverProof, { proof: "sms", sent_code });
    expect(more.html).toContain("satu bukti lagi");
    expect((await browser.get(account.recoverPassword)).url).toContain(account.recoverProof);
    expect((await browser.post(account.recoverPassword, { next })).status).toBe(404);
    await browser.get(account.recoverProof);
    const asked = await browser.post(account.recoverSend, { kind: "email" });
    expect(asked.html).toContain("Kami mengirim kode ke");
    const letter = await lastLetter(app, siti.email);
    expect(letter?.kind).toBe("recovery_code");
    const code = await recoveryCode(siti.accountId);
    const enough = await browser.post(account.recoverProof, { proof: "email", sent_code: code });
    expect(enough.url).toContain(account.recoverPassword);
    expect((await browser.post(account.recoverPassword, { next })).html).toContain("sudah diganti");
  });

  test("lasts ten minutes for a code, half an hour in all, and five wrong ones end a code", async () => {
    const siti = await withPhone();
    const { browser } = await begin(siti.email, "sms");
    const { sql } = app.database.owner;
    const first = await recoveryCode(siti.accountId);
    await sql`update recoveries set code_expires_at = app_now() where account_id = ${siti.accountId}`;
    expect((await browser.post(account.recoverProof, { proof: "sms", sent_code: first })).status).toBe(422);
    await browser.post(account.recoverSend, { kind: "sms" });
    const code = await recoveryCode(siti.accountId);
    for (let time = 0; time < 5; time++) {
      await sql`delete from rate_limits`;
      await browser.post(account.recoverProof, { proof: "sms", sent_code: wrongOf(code) });
    }
    await sql`delete from rate_limits`;
    expect((await browser.post(account.recoverProof, { proof: "sms", sent_code: code })).status).toBe(422);
    await sql`update recoveries set expires_at = app_now() where account_id = ${siti.accountId}`;
    expect((await browser.get(account.recoverProof)).status).toBe(404);
  });

  test("sends the code nowhere in plain", async () => {
    const siti = await withPhone();
    await begin(siti.email, "sms");
    const code = await recoveryCode(siti.accountId);
    // As bytes: in hexadecimal or in a time six digits meet by chance.
    const rows = await app.database.owner.sql<{ kept: Buffer }[]>`
      select code_hmac as kept from recoveries where account_id = ${siti.accountId}
      union all select data_sealed from notices where account_id = ${siti.accountId} and data_sealed is not null`;
    expect(rows.length).toBeGreaterThan(1);
    for (const { kept } of rows) expect(kept.includes(code)).toBe(false);
  });
});

describe("recovery by a recovery code", () => {
  test("needs a code to the address as well, and the login still asks for the second factor", async () => {
    const siti = await withPhone();
    const { codes } = await withAuthenticator(siti);
    const { browser, page } = await begin(siti.email, "recovery_code");
    expect(page.html).toContain('name="recovery"');
    const more = await browser.post(account.recoverProof, { proof: "recovery_code", recovery: codes[0] ?? "" });
    expect(more.html).toContain("satu bukti lagi");
    const again = await begin(siti.email, "recovery_code");
    const used = await again.browser.post(account.recoverProof, { proof: "recovery_code", recovery: codes[0] ?? "" });
    expect(used.status).toBe(422);
    await browser.post(account.recoverSend, { kind: "email" });
    const sent_code = await recoveryCode(siti.accountId);
    await browser.post(account.recoverProof, { proof: "email", sent_code });
    expect((await browser.post(account.recoverPassword, { next })).html).toContain("sudah diganti");
    expect((await login(siti.email, next)).url).toContain(account.factor);
  });

  test("lets an authenticator stand beside a sent code, but never begin", async () => {
    const siti = await withPhone();
    const { secret } = await withAuthenticator(siti);
    await app.database.owner.sql`update account_factors set last_step = 0`;
    const { browser } = await begin(siti.email, "sms");
    const code = generateSync({ secret });
    expect((await browser.post(account.recoverProof, { proof: "authenticator", code })).status).toBe(422);
    const sent_code = await recoveryCode(siti.accountId);
    const more = await browser.post(account.recoverProof, { proof: "sms", sent_code });
    expect(more.html).toContain('name="code"');
    const enough = await browser.post(account.recoverProof, { proof: "authenticator", code });
    expect(enough.url).toContain(account.recoverPassword);
  });
});

describe("whoever is unknown", () => {
  const bare = (html: string) => html.replaceAll(/name="csrf" value="[^"]+"/g, 'name="csrf"');

  test.each(["sms", "email", "recovery_code"])("hears the same, whatever is tried by %s", async (way) => {
    const siti = await withPhone();
    const fields: Record<string, string> =
      way === "recovery_code" ? { recovery: "0000-0000-0000-0000" } : { sent_code: "000000" };
    const seen: string[][] = [];
    for (const name of [siti.email, "tiada@contoh.example", "3171011705900009"]) {
      const { browser, page } = await begin(name, way);
      const wrong = await browser.post(account.recoverProof, { proof: way, ...fields });
      const again = await browser.post(account.recoverSend, { kind: way === "sms" ? "sms" : "email" });
      seen.push([page, wrong, again].map(({ status, url, html }) => `${status} ${url} ${bare(html)}`));
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  test("and whoever is known are asked to wait after the same number of wrong codes", async () => {
    const siti = await withPhone();
    const statuses: number[][] = [];
    for (const name of [siti.email, "tiada.juga@contoh.example"]) {
      const { browser } = await begin(name, "recovery_code");
      const tried: number[] = [];
      for (let time = 0; time < 7; time++) {
        const page = await browser.post(account.recoverProof, { recovery: "0000-0000-0000-0000" });
        tried.push(page.status);
        await browser.get(account.recoverProof);
      }
      statuses.push(tried);
    }
    expect(statuses[0]).toEqual([422, 422, 422, 422, 422, 429, 429]);
    expect(statuses[1]).toEqual(statuses[0]);
    // What is spent on the address shows nothing at the number, though nothing is sent there any more.
    for (let time = 0; time < 8; time++) await begin(siti.email, "email");
    expect((await begin(siti.email, "email")).page.status).toBe(429);
    await app.database.owner.sql`delete from notices where account_id = ${siti.accountId}`;
    expect((await begin(siti.phone, "sms")).page.status).toBe(200);
    expect(await recoveryCode(siti.accountId)).toBe("");
    // They are counted with the wrong passwords of this network.
    expect((await login(siti.email, testPassword)).status).toBe(429);
  });
});

describe("after a recovery", () => {
  async function recovered(siti: TestPerson): Promise<Browser> {
    const { browser } = await begin(siti.email, "email");
    const sent_code = await recoveryCode(siti.accountId);
    await browser.post(account.recoverProof, { proof: "email", sent_code });
    await browser.post(account.recoverPassword, { next });
    await browser.get(account.login);
    await browser.post(account.login, { identifier: siti.email, password: next });
    return browser;
  }

  test("addresses and factors stay as they are for a day, and the page says until when and why", async () => {
    const siti = await people.siti(app);
    const browser = await recovered(siti);
    for (const page of [
      account.email,
      account.phone,
      account.nik,
      account.passport,
      account.authenticator,
      account.codesOf("email"),
      account.erase,
    ]) {
      const refused = await browser.get(page);
      expect(refused.html).toContain("Akun Anda baru dipulihkan");
      expect(refused.html).toMatch(/Dikunci sampai \d+ \S+ \d{4} pukul/);
    }
    await browser.get(account.profile);
    const posted = await browser.post(account.email, { new_email: "maling@contoh.example" });
    expect(posted.status).toBe(403);
    await browser.get(account.profile);
    expect((await browser.post(account.addPasskey, {})).status).toBe(403);
    await browser.get(account.profile);
    expect((await browser.post(account.nik, { nik: "3171015705900009" })).status).toBe(403);
    expect((await browser.post(account.copy, {})).status).toBe(403);
    expect((await browser.get(account.copy)).html).toContain("Dikunci sampai");
    expect((await browser.get(account.security)).html).toContain("Dikunci sampai");
    await app.database.owner.sql`update accounts set cooling_until = app_now() where id = ${siti.accountId}`;
    expect((await browser.get(account.email)).html).not.toContain("baru dipulihkan");
  });

  test("a login with an authenticator from before ends it, one with a recovery code does not", async () => {
    const siti = await people.siti(app);
    const { secret, codes } = await withAuthenticator(siti);
    const { browser } = await begin(siti.email, "recovery_code");
    await browser.post(account.recoverProof, { proof: "recovery_code", recovery: codes[0] ?? "" });
    await browser.post(account.recoverSend, { kind: "email" });
    const sent_code = await recoveryCode(siti.accountId);
    await browser.post(account.recoverProof, { proof: "email", sent_code });
    await browser.post(account.recoverPassword, { next });
    await browser.get(account.login);
    await browser.post(account.login, { identifier: siti.email, password: next });
    await browser.get(account.recoveryCode);
    await browser.post(account.recoveryCode, { recovery: codes[1] ?? "" });
    expect((await browser.get(account.email)).html).toContain("baru dipulihkan");

    await app.database.owner.sql`update account_factors set last_step = 0`;
    const other = app.browser();
    await other.get(account.login);
    await other.post(account.login, { identifier: siti.email, password: next });
    await other.post(account.factor, { code: generateSync({ secret }) });
    expect((await other.get(account.email)).html).not.toContain("baru dipulihkan");
  });
});
