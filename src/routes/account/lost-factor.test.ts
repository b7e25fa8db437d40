import { generateSync } from "otplib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Page, type TestApp } from "../../../test/app.ts";
import {
  anInstitution,
  people,
  signInByForm,
  testPassword,
  testTotpSecret,
  waitingSecret,
  type TestPerson,
} from "../../../test/people.ts";
import { givePhone } from "../../../test/phones.ts";
import { paths } from "../../paths.ts";
import { forgetAuthenticator } from "../../registry/accounts/forget-authenticator.ts";
import { seal } from "../../platform/keys/seal.ts";
import { factorContext } from "../../registry/accounts/authenticator.ts";
import { accountKey } from "../../registry/accounts/keys.ts";
import { beginRemoval, removeFactorsJob } from "../../registry/recovery/lost-factor.ts";
import { addresses } from "./addresses.ts";

const { account } = paths;
const next = "perahu jingga di danau";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(() => app.database.owner.sql`delete from rate_limits`);

/** Somebody with a telephone and an authenticator. */
async function withFactor(): Promise<TestPerson> {
  const siti = await people.siti(app);
  const { kysely: db, sql } = app.database.owner;
  await givePhone(db, app.keyring, siti.accountId);
  const [row] = await sql<{ id: string }[]>`select gen_random_uuid() as id`;
  const id = row?.id ?? "";
  const sealed = seal(await accountKey(db, app.keyring, siti.accountId), testTotpSecret, factorContext(id));
  await sql`insert into account_factors (id, account_id, kind, sealed, confirmed_at)
    values (${id}, ${siti.accountId}, 'totp', ${sealed}, app_now())`;
  return siti;
}

function secretIn(accountId: string, kind: string): Promise<string> {
  return waitingSecret(app, accountId, [kind]);
}

/** Recovers the account by address and telephone, and says whether the factor is lost. */
async function recover({ accountId, email }: TestPerson, lost: boolean): Promise<Page> {
  const browser = app.browser();
  await browser.get(account.recover);
  await browser.post(account.recover, { identifier: email, way: "email" });
  await browser.post(account.recoverProof, { proof: "email", sent_code: await secretIn(accountId, "recovery_code") });
  await browser.post(account.recoverSend, { kind: "sms" });
  const code = await secretIn(accountId, "sms_recovery_code");
  const asks = await browser.post(account.recoverProof, { proof: "sms", sent_code: code });
  expect(asks.html).toContain('name="lost_factor"');
  return browser.post(account.recoverPassword, { next, ...(lost ? { lost_factor: "yes" } : {}) });
}

const login = (email: string, password = next) => signInByForm(app, { email, password });

/** As the worker does it, so many hours after letter and message went out. */
async function work({ accountId }: TestPerson, hours: number): Promise<void> {
  const { sql } = app.database.owner;
  await sql`update notices set sent_at = app_now() - make_interval(hours => ${hours})
    where account_id = ${accountId} and kind in ('factor_leaving', 'sms_factor_leaving')`;
  const rows = await sql<{ id: string }[]>`select id from factor_removals where account_id = ${accountId}`;
  for (const { id } of rows) {
    await app.jobs[removeFactorsJob]?.({ removalId: id }, { attempt: 1, signal: new AbortController().signal });
  }
}

async function keepsFactor({ email }: TestPerson): Promise<boolean> {
  return (await login(email)).page.url.includes(account.factor);
}

describe("a lost authenticator", () => {
  test("is removed after a recovery by two proofs, 72 hours after address and telephone were told", async () => {
    const siti = await withFactor();
    expect((await recover(siti, true)).html).toContain("sudah diganti");
    expect(await secretIn(siti.accountId, "factor_leaving")).toMatch(/^[0-9a-z]{16}$/);
    expect(await secretIn(siti.accountId, "sms_factor_leaving")).toMatch(/^(?:[0-9a-z]{4}-?){4}$/);
    await work(siti, 71);
    expect(await keepsFactor(siti)).toBe(true);
    await work(siti, 72);
    const { page, browser } = await login(siti.email);
    expect(page.html).toContain("Halo");
    expect((await browser.get(account.security)).html).toContain(account.authenticator);
  });

  test("stays where nobody says that it is lost", async () => {
    const siti = await withFactor();
    await recover(siti, false);
    await work(siti, 100);
    expect(await keepsFactor(siti)).toBe(true);
  });

  test("stays when somebody objects, by the link or by the code of the message", async () => {
    for (const kind of ["factor_leaving", "sms_factor_leaving"]) {
      const siti = await withFactor();
      await recover(siti, true);
      const token = await secretIn(siti.accountId, kind);
      const browser = app.browser();
      const asks = await browser.get(`${addresses.objection}?typed=1&token=${token.toUpperCase()}`);
      expect(asks.html).toContain("Keberatan atas pelepasan");
      const told = await browser.post(addresses.objection, { token });
      expect(told.html).toContain("Langkah kedua tidak dilepas");
      await work(siti, 100);
      expect(await keepsFactor(siti)).toBe(true);
    }
  });

  test("stays when it is found again and given at a login", async () => {
    const siti = await withFactor();
    await recover(siti, true);
    const { browser } = await login(siti.email);
    const given = await browser.post(account.factor, { code: generateSync({ secret: testTotpSecret }) });
    expect(given.html).toContain("Halo");
    await work(siti, 100);
    expect(await keepsFactor(siti)).toBe(true);
  });

  test("of staff is the operator's to remove, and another one comes before anything else", async () => {
    const dewi = await people.dewi(app, await anInstitution(app));
    const { kysely: owner } = app.database.owner;
    expect(await owner.transaction().execute((trx) => beginRemoval(trx, app.keyring, dewi))).toBe(false);
    await forgetAuthenticator(owner, app.keyring, dewi.accountId);
    expect(await secretIn(dewi.accountId, "factor_removed")).toBe("");
    const { browser, page } = await login(dewi.email, testPassword);
    expect(page.url).toContain(account.authenticator);
    for (const path of [account.home, account.security, account.data, paths.console.start]) {
      expect((await browser.get(path)).url).toContain(account.authenticator);
    }
  });
});
