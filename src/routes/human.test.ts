import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../test/app.ts";
import { answerAsHuman, lastLetter, people, testPassword } from "../../test/people.ts";
import { paths } from "../paths.ts";
import { limitsOn } from "../platform/limits.ts";
import { giveBackQuestion, spendQuestion } from "../registry/accounts/human-question.ts";
import { rules } from "../registry/accounts/rules.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(() => app.database.owner.sql`delete from rate_limits`);

/** What the form on the browser's page asks, and what its script sends when it has worked it out. */
async function work(browser: Browser) {
  const html = browser.page?.html ?? "";
  const text = /data-work="([^"]+)"/.exec(html)?.[1]?.replaceAll("&quot;", '"');
  if (text === undefined) throw new Error("the page asks for no work");
  const challenge = JSON.parse(text) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return { ticket: browser.hidden("ticket"), proof: JSON.stringify({ challenge, solution }), html };
}

async function crowd(asks: number): Promise<void> {
  const limits = limitsOn(app.database.web.sql, app.keyring);
  for (let ask = 0; ask < asks; ask++) await limits.spend(rules.letterNetwork, "127.0.0.1");
}

const registration = { name: "Siti Contoh", password: testPassword, agree: "yes" };

describe("the work of a browser", () => {
  test("stands for the answer of its person, once, in whatever process", async () => {
    const browser = app.browser();
    await browser.get(paths.account.register);
    const { ticket, proof } = await work(browser);
    const form = { ...registration, email: "bekerja@contoh.example", ticket, proof, human: "" };
    expect((await browser.post(paths.account.register, form)).url).toContain(paths.account.registered);
    expect((await lastLetter(app, form.email))?.kind).toBe("activate");

    const other = limitsOn(app.database.web.sql, app.keyring);
    expect(await spendQuestion(other, ticket)).toBe(false);
    await browser.get(paths.account.register);
    await browser.post(paths.account.register, { ...form, email: "ulang@contoh.example" });
    expect(await lastLetter(app, "ulang@contoh.example")).toBeUndefined();
  });

  test("is good again where the deed came to nothing, however often the button was pressed meanwhile", async () => {
    const limits = limitsOn(app.database.web.sql, app.keyring);
    const ticket = "a ticket that was pressed twice";
    expect(await spendQuestion(limits, ticket)).toBe(true);
    expect(await spendQuestion(limits, ticket)).toBe(false);
    await giveBackQuestion(limits, ticket);
    expect(await spendQuestion(limits, ticket)).toBe(true);
  });

  test("is kept while other fields are put right, and is not believed without the ticket it was set for", async () => {
    const browser = app.browser();
    await browser.get(paths.account.register);
    const { ticket, proof } = await work(browser);
    const form = { ...registration, email: "bukan alamat", ticket, proof, human: "" };
    const kept = await browser.post(paths.account.register, form);
    expect(kept.status).toBe(422);
    expect(kept.html).not.toContain('href="#human"');
    expect(browser.hidden("ticket")).toBe(ticket);
    expect(browser.hidden("proof").replaceAll("&quot;", '"')).toBe(proof);

    await browser.get(paths.account.register);
    const stolen = await browser.post(paths.account.register, { ...form, ticket: browser.hidden("ticket") });
    expect(stolen.html).toContain('href="#human"');
    expect(browser.hidden("proof")).toBe("");
  });

  test("grows where one network asks for many letters", async () => {
    const browser = app.browser();
    const lengths: number[] = [];
    for (const asks of [0, 60]) {
      await crowd(asks);
      await browser.get(paths.account.register);
      const { proof } = await work(browser);
      lengths.push((JSON.parse(proof) as { solution: { counter: number } }).solution.counter);
    }
    expect(lengths[0]).toBeLessThan(1_000);
    expect(lengths[1]).toBeGreaterThanOrEqual(2_000);
  });
});

describe.each([
  ["a forgotten password", paths.account.forgot, "identifier", paths.account.forgotSent],
  ["forgotten names", paths.account.forgotNames, "reach", paths.account.forgotNamesSent],
])("%s", (_what, path, field, sent) => {
  test("asks for no proof of a person who asks once, and for one where a network has asked for many letters", async () => {
    const { email } = await people.siti(app);
    const browser = app.browser();
    expect((await browser.get(path)).html).not.toContain("daftar-human");
    expect((await browser.post(path, { [field]: email })).url).toContain(sent);

    await crowd(60);
    await browser.get(path);
    const asked = { ticket: browser.hidden("ticket"), html: browser.page?.html ?? "" };
    expect(asked.html).toContain("data-work");
    const question = /for="human">\s*[^:]+: ([^<]+)/.exec(asked.html)?.[1]?.trim().replaceAll("&quot;", '"') ?? "";
    const without = await browser.post(path, { [field]: email });
    expect(without.status).toBe(422);
    expect(without.html).toContain(`value="${email}"`);
    expect(without.html).toContain("Jawab pertanyaan untuk manusia");

    const answered = { [field]: email, ticket: asked.ticket, human: answerAsHuman(question) };
    expect((await browser.post(path, { ...answered })).url).toContain(sent);
    await browser.get(path);
    const replayed = await browser.post(path, answered);
    expect(replayed.html).toContain("Pertanyaannya sudah kedaluwarsa");
    const next = await work(browser);
    expect(next.ticket).not.toBe(asked.ticket);
    const proved = { [field]: email, ticket: next.ticket, proof: next.proof };
    expect((await browser.post(path, proved)).url).toContain(sent);
  });
});
