import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { v7 as uuidv7 } from "uuid";
import { anInstitution, lastLetter, people } from "../../../test/people.ts";
import { paths } from "../../paths.ts";
import { findAccount } from "../../registry/accounts/account.query.ts";
import { readKnown } from "../../registry/accounts/known.query.ts";
import { readIdentities } from "../../registry/accounts/identities.query.ts";

const { account } = paths;

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function stateNik(browser: Awaited<ReturnType<typeof people.siti>>["browser"], nik: string) {
  await browser.get(account.nik);
  return browser.post(account.nik, { nik });
}

test("a NIK is noted, shown in part, fills forms and is a name to log in with", async () => {
  const siti = await people.siti(app);
  const page = await stateNik(siti.browser, "3171 0157 0590 0001");
  expect(page.html).toContain("Nomor identitas Anda sudah dicatat.");
  expect(page.html).toContain("3171••••••••0001");
  expect(page.html).not.toContain("3171015705900001");
  expect((await readKnown(app.database.web.kysely, app.keyring, siti.accountId))["account.nik"]).toBe(
    "3171015705900001",
  );
  const found = await findAccount(app.database.web.kysely, app.keyring, { kind: "nik", value: "3171015705900001" });
  expect(found?.id).toBe(siti.accountId);
  expect((await lastLetter(app, siti.email))?.kind).toBe("identity_stated");
  const changed = await stateNik(siti.browser, "3171015705900002");
  expect(changed.html).toContain("3171••••••••0002");
  expect(
    await findAccount(app.database.web.kysely, app.keyring, { kind: "nik", value: "3171015705900001" }),
  ).toBeUndefined();
});

test.each([
  ["", "Isi NIK"],
  ["317101570590000", "15"],
  ["3171019905900001", "990590"],
  ["3171015713900001", "571390"],
  ["3171015705900000", "0000"],
  ["31710157059000AB", "hanya berisi angka"],
])("of %j the message names the part that is wrong, and what was typed stays", async (nik, part) => {
  const { browser } = await people.siti(app);
  const page = await stateNik(browser, nik);
  expect(page.status).toBe(422);
  expect(page.html).toContain('href="#nik"');
  expect(page.html).toContain(part);
  expect(page.html).toContain(`value="${nik}"`);
});

test("a family card is noted for everybody of the family, shown in part, and fills forms that ask for it", async () => {
  for (const person of [await people.siti(app), await people.budi(app)]) {
    const { browser, accountId } = person;
    await browser.get(account.familyCard);
    const wrong = await browser.post(account.familyCard, { kk: "3171010101150000" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="3171010101150000"');
    const page = await browser.post(account.familyCard, { kk: "3171 0101 0115 0001" });
    expect(page.html).toContain("3171••••••••0001");
    const db = app.database.web.kysely;
    expect((await readKnown(db, app.keyring, accountId))["account.kk"]).toBe("3171010101150001");
    await app.database.owner.sql`update accounts set status = 'closed' where id = ${accountId}`;
    expect(await app.database.owner.sql`select kk_sealed from accounts where id = ${accountId}`).toEqual([
      { kk_sealed: null },
    ]);
  }
});

test("an unknown district is taken, and said", async () => {
  const { browser } = await people.siti(app);
  expect((await stateNik(browser, "9999015705900009")).html).toContain("Enam angka pertama NIK (999901)");
});

test("a NIK that another account states is noted as well, and both are told that it will be looked at", async () => {
  const [siti, budi] = [await people.siti(app), await people.budi(app)];
  await stateNik(siti.browser, "3171015705900076");
  const page = await stateNik(budi.browser, "3171015705900076");
  expect(page.html).toContain("sudah dicatat");
  for (const { html } of [page, await siti.browser.get(account.identity)]) {
    expect(html).toContain("NIK ini juga ditulis di akun lain");
  }
  expect(page.html).not.toContain(siti.name);
});

test("a NIK that another account has proved is not taken, whose it is is not said, and there is somewhere to go", async () => {
  const [siti, budi] = [await people.siti(app), await people.budi(app)];
  await stateNik(siti.browser, "3171015705900077");
  await prove(siti.accountId);
  const page = await stateNik(budi.browser, "3171015705900077");
  expect(page.html).toContain("Nomor ini sudah dipakai di akun lain");
  expect(page.html).toContain(`href="${account.nikCase}"`);
  expect(page.html).not.toContain(siti.name);
  await stateNik(budi.browser, "3171015705900078");
  expect((await stateNik(budi.browser, "3171015705900077")).html).toContain("sudah dipakai");
  // What was there before stays when the new one is taken.
  expect((await readIdentities(app.database.web.kysely, app.keyring, budi.accountId)).nik).toBe("3171015705900078");
});

test("five a day are looked at", async () => {
  const { browser } = await people.budi(app);
  for (let at = 0; at < 5; at++) await stateNik(browser, `317101570590020${at}`);
  expect((await stateNik(browser, "3171015705900209")).status).toBe(429);
});

async function prove(accountId: string): Promise<void> {
  await app.database.owner.sql`
    update account_identifiers set verified_at = now() where account_id = ${accountId} and kind = 'nik'`;
}

test("a proven NIK is not changed here", async () => {
  const { accountId, browser } = await people.budi(app);
  await stateNik(browser, "3171015705900300");
  await prove(accountId);
  expect((await stateNik(browser, "3171015705900301")).html).toContain("sudah terbukti dan tidak dapat diganti");
});

test("a NIK that an application was submitted with is not given up for another account to apply with", async () => {
  const [siti, budi] = [await people.siti(app), await people.budi(app)];
  await stateNik(siti.browser, "3171015705900400");
  const [institution, program, version, id] = [await anInstitution(app), uuidv7(), uuidv7(), uuidv7()];
  const { sql } = app.database.owner;
  await sql`insert into programs (id, institution_id, slug, opens_at)
    values (${program}, ${institution}, ${`klub-${id}`}, now())`;
  await sql`insert into program_versions (id, program_id, content_hash, definition)
    values (${version}, ${program}, ${version}, '{}')`;
  await sql`insert into applications (id, account_id, institution_id, program_id, version_id, language, status, receipt,
      identity_index, identity_index_b, identity_sealed)
    select ${id}, account_id, ${institution}, ${program}, ${version}, 'id', 'submitted', ${`K-${id}`},
      blind_index, blind_index_b, sealed from account_identifiers where account_id = ${siti.accountId} and kind = 'nik'`;
  const kept = await stateNik(siti.browser, "3171015705900401");
  expect(kept.status).toBe(422);
  expect(kept.html).toContain("sudah mengajukan pendaftaran dengan NIK");
  expect((await stateNik(budi.browser, "3171015705900400")).html).toContain("juga ditulis di akun lain");
  expect((await stateNik(siti.browser, "3171015705900400")).html).toContain("sudah dicatat");
  await sql`update applications set status = 'withdrawn' where id = ${id}`;
  expect((await stateNik(siti.browser, "3171015705900401")).html).toContain("sudah dicatat");
});

test("a foreigner's passport is noted by country and number, once on the platform, and is no name to log in with", async () => {
  const [siti, budi] = [await people.siti(app), await people.budi(app)];
  await siti.browser.get(account.passport);
  const wrong = await siti.browser.post(account.passport, { country: "ID", passport: "AB" });
  expect(wrong.html).toContain('href="#country"');
  expect(wrong.html).toContain('href="#passport"');
  expect(wrong.html).toContain('value="AB"');
  const done = await siti.browser.post(account.passport, { country: "GB", passport: "x123 4567" });
  expect(done.html).toContain("Inggris Raya, X1••••67");
  await budi.browser.get(account.passport);
  expect((await budi.browser.post(account.passport, { country: "GB", passport: "X1234567" })).html).toContain(
    "sudah dipakai di akun lain",
  );
  expect((await budi.browser.post(account.passport, { country: "MY", passport: "X1234567" })).status).toBe(200);
  const stranger = app.browser();
  await stranger.get(account.login);
  expect(
    (await stranger.post(account.login, { identifier: "X1234567", password: "salah sama sekali" })).status,
  ).not.toBe(303);
});
