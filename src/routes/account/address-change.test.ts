import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { aTold } from "../../../test/desk.ts";
import { anInstitution, people } from "../../../test/people.ts";
import { paths } from "../../paths.ts";
import { takeText } from "../../registry/notices/send-text.ts";
import { inGroups, newWrittenCode } from "../../platform/http/written-codes.ts";
import { hashToken } from "../../platform/http/tokens.ts";
import { addresses } from "./addresses.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** Another telephone of somebody, told to everybody; the code of the message is one that people type. */
async function told() {
  const institutionId = await anInstitution(app);
  const asker = await people.dewi(app, institutionId);
  const second = await people.agus(app, institutionId);
  const { accountId } = await people.siti(app);
  const asked = { accountId, institutionId, askedBy: asker.accountId, answeredBy: second.accountId };
  const change = await aTold(app, { ...asked, kind: "phone" });
  const code = newWrittenCode();
  await app.database.owner.sql`update account_requests set objection_hash = ${hashToken(code)} where id = ${change.id}`;
  return { ...change, accountId, code: inGroups(code) };
}

test("a new number is proved by the code that comes there, and called off by the code of the message to the old one", async () => {
  const change = await told();
  const browser = app.browser();
  await browser.get(paths.account.newAddress(change.proof));
  expect(browser.page?.html).toContain("+62•••••432");
  await browser.post(paths.account.newNumberCode, { token: change.proof });
  expect(browser.page?.html).toContain("Kode dikirim lewat SMS");
  const wrong = await browser.post(addresses.newAddress, { token: change.proof, sent_code: "12" });
  expect(wrong).toMatchObject({ status: 422 });
  const [text] = await app.database.owner.sql<{ id: string }[]>`
    select id from notices where account_id = ${change.accountId} and kind = 'sms_phone_code'`;
  const taken = await takeText(app.database.owner.kysely, app.keyring, text?.id ?? "");
  const code = taken?.kind === "phone_code" ? taken.data.code : "";
  const proved = await browser.post(addresses.newAddress, { token: change.proof, sent_code: code });
  expect(proved.html).toContain("Nomor Anda terbukti");

  const other = app.browser();
  await other.get(addresses.objection);
  expect((await other.get(`${addresses.objection}?typed=1&token=abcd`)).html).toContain("tidak kami kenali");
  const asks = await other.get(`${addresses.objection}?typed=1&token=${change.code.toUpperCase()}`);
  expect(asks.html).toContain("Keberatan atas penggantian nomor HP");
  const objected = await other.post(addresses.objection, { token: change.code.toUpperCase() });
  expect(objected.html).toContain("Nomor HP tidak diganti");
  expect((await browser.get(paths.account.newAddress(change.proof))).html).toContain("Ada keberatan");
});
