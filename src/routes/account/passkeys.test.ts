import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { aPasskey } from "../../../test/passkeys.ts";
import { people } from "../../../test/people.ts";
import { paths } from "../../paths.ts";
import { keepChallenge, spendChallenge, sweepChallenges } from "../../registry/passkeys/challenges.ts";

const { account } = paths;

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** Posts as our script does; what it is told. */
async function ask(browser: Browser, page: string, path: string, form: Record<string, string> = {}) {
  await browser.get(page);
  const csrf = browser.csrf();
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(new URL(path, browser.page?.url), {
    method: "POST",
    headers: { accept: "application/json", cookie },
    body: new URLSearchParams({ csrf, ...form }),
  });
  return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
}

const junk = [
  "",
  "{",
  "null",
  "[]",
  "{}",
  '{"id":"x","rawId":"x","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA"}}',
  JSON.stringify({ id: "\u0000", rawId: "<script>", type: "public-key", response: {} }),
  `{"id":"${"a".repeat(200_000)}"}`,
];

describe("a passkey", () => {
  test.each(junk.map((response) => [response.slice(0, 40), response]))("is not what %j says", async (_, response) => {
    const siti = await people.siti(app);
    const form = { response, passkey: "Ponsel" };
    const login = await ask(app.browser(), account.login, account.passkeyLogin, form);
    expect(login).toMatchObject({ status: 422, said: { code: "passkey" } });
    const added = await ask(siti.browser, account.passkeys, account.addPasskey, form);
    expect(added).toMatchObject({ status: 422, said: { code: "passkey" } });
  });

  test("needs a name", async () => {
    const siti = await people.siti(app);
    for (const passkey of ["", "   ", "x".repeat(61), "\u0000"]) {
      const added = await ask(siti.browser, account.passkeys, account.addPasskey, { response: "{}", passkey });
      expect(added).toMatchObject({ status: 422, said: { code: "name" } });
    }
  });

  test("is asked for with the same words whoever asks, and never by naming one", async () => {
    const { status, said } = await ask(app.browser(), account.login, account.askForPasskeyLogin);
    expect(status).toBe(200);
    expect(said).toMatchObject({ rpId: "127.0.0.1", userVerification: "required" });
    expect(said["allowCredentials"] ?? []).toEqual([]);
  });

  test("is renamed by its owner and by nobody else, and removed only after a fresh proof", async () => {
    const [siti, budi] = [await people.siti(app), await people.budi(app)];
    const { database, keyring } = app;
    const id = await aPasskey(database.owner.kysely, keyring, { accountId: siti.accountId, name: "Ponsel" });
    await budi.browser.get(account.profile);
    await budi.browser.post(account.renamePasskey, { id, passkey: "Milik Budi" });
    expect((await budi.browser.get(account.renamePasskeyOf(id))).url).toMatch(/\/account\/passkeys$/);
    const page = await siti.browser.get(account.renamePasskeyOf(id));
    expect(page.html).toContain('value="Ponsel"');
    expect((await siti.browser.post(account.renamePasskey, { id, passkey: "" })).status).toBe(422);
    const renamed = await siti.browser.post(account.renamePasskey, { id, passkey: "Laptop <b>" });
    expect(renamed.html).toContain("Laptop &lt;b&gt;");

    await database.owner
      .sql`update sessions set proved_at = app_now() - interval '11 minutes' where account_id = ${siti.accountId}`;
    for (const path of [account.removePasskey, account.renamePasskey]) {
      const asked = await siti.browser.post(path, { id, passkey: id });
      expect(asked.html).toContain("Pastikan ini Anda");
    }
    const kept = await database.owner.sql`select 1 from passkeys where id = ${id}`;
    expect(kept).toHaveLength(1);
  });

  test("of somebody else is not removed", async () => {
    const [siti, budi] = [await people.siti(app), await people.budi(app)];
    const id = "01a1fc94-1890-703f-b18b-bffb1c1ceeeb";
    await app.database.owner.sql`insert into passkeys (id, account_id, credential_id, public_key, counter, name_sealed)
      values (${id}, ${siti.accountId}, 'hers', '\\x00', 0, '\\x00')`;
    await budi.browser.get(account.passkeys);
    await budi.browser.post(account.removePasskey, { passkey: id });
    expect(await app.database.owner.sql`select id from passkeys where id = ${id}`).toHaveLength(1);
  });
});

describe("what a device was asked to sign", () => {
  const asked = { purpose: "login", browser: "this browser" } as const;

  test("is good once, for what it was asked for, in the browser that asked", async () => {
    const db = app.database.web.kysely;
    await keepChallenge(db, "c1", asked);
    expect(await spendChallenge(db, "c1", { ...asked, browser: "another" })).toBe(false);
    expect(await spendChallenge(db, "c1", { ...asked, purpose: "add" })).toBe(false);
    expect(await spendChallenge(db, "c1", asked)).toBe(true);
    expect(await spendChallenge(db, "c1", asked)).toBe(false);
  });

  test("is dead after five minutes, and swept", async () => {
    await keepChallenge(app.database.web.kysely, "c2", asked);
    await app.database.owner.sql`update passkey_challenges set expires_at = app_now() where challenge = 'c2'`;
    expect(await spendChallenge(app.database.web.kysely, "c2", asked)).toBe(false);
    await sweepChallenges(app.database.worker.kysely);
    expect(await app.database.owner.sql`select 1 from passkey_challenges where challenge = 'c2'`).toHaveLength(0);
  });
});
