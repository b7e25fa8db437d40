import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type Page, type TestApp } from "../../../test/app.ts";
import { lastLetter, people } from "../../../test/people.ts";
import { givePhone } from "../../../test/phones.ts";
import { paths } from "../../paths.ts";
import { accountKey } from "../../registry/accounts/keys.ts";
import { addIdentifier } from "../../registry/identifiers/identifier.ts";
import { takeText } from "../../registry/notices/send-text.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(() => app.database.owner.sql`delete from rate_limits`);

async function ask(reach: string): Promise<Page> {
  const browser = app.browser();
  await browser.get(paths.account.forgotNames);
  return browser.post(paths.account.forgotNames, { reach });
}

async function waiting(): Promise<number> {
  const [row] = await app.database.owner.sql<{ letters: number }[]>`
    select count(*)::int as letters from notices where kind in ('your_names', 'sms_your_names')`;
  return row?.letters ?? 0;
}

test("the names come to the address or to the telephone, hidden as far as their owner does not need them", async () => {
  const siti = await people.siti(app);
  const phone = await givePhone(app.database.owner.kysely, app.keyring, siti.accountId);
  const db = app.database.owner.kysely;
  const key = await accountKey(db, app.keyring, siti.accountId);
  const name = { kind: "number", value: "PMJ-2026-00007" } as const;
  await addIdentifier(db, app.keyring, { accountId: siti.accountId, key, name, verified: true });

  expect((await ask(siti.email)).url).toContain(paths.account.forgotNamesSent);
  const letter = await lastLetter(app, siti.email);
  expect(letter).toMatchObject({ kind: "your_names" });
  const written = JSON.stringify(letter?.data);
  expect(written).toContain("PMJ-2026-00007");
  expect(written).not.toContain(siti.email);
  expect(written).not.toContain(phone);

  await ask(`0${phone.slice(3)}`);
  const [row] = await app.database.owner.sql<{ id: string }[]>`select id from notices where kind = 'sms_your_names'`;
  const text = await takeText(db, app.keyring, row?.id ?? "");
  expect(text).toMatchObject({ kind: "your_names", to: phone });
  expect(JSON.stringify(text?.data)).toContain("PMJ-2026-00007");
});

test("whoever is unknown hears the same and gets nothing", async () => {
  const { email } = await people.budi(app);
  const before = await waiting();
  const [known, unknown] = [await ask(email), await ask("tiada@contoh.example")];
  expect(unknown.html).toBe(known.html);
  expect((await ask("081299990000")).html).toBe(known.html);
  expect(await waiting()).toBe(before + 1);
});

test("a NIK or a number is no place to send anything to", async () => {
  for (const reach of ["3171011705900001", "PMJ-2026-00007", "siti"]) {
    const page = await ask(reach);
    expect(page.status).toBe(422);
    expect(page.html).toContain(`value="${reach}"`);
  }
});

test("one address is written to a few times an hour and no more, known or not", async () => {
  for (const reach of [(await people.siti(app)).email, "tiada.juga@contoh.example"]) {
    for (let time = 0; time < 5; time++) expect((await ask(reach)).status).toBe(200);
    expect((await ask(reach)).status).toBe(429);
  }
});
