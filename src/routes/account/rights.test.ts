import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anApplication, worldOf, type ReviewWorld } from "../../../test/applications.ts";
import { people, signIn } from "../../../test/people.ts";
import { publishClosing } from "../../../test/seed.ts";
import { contentOf, textPart } from "../../jobs/letters/content.ts";
import { paths } from "../../paths.ts";
import { carryOutErasures } from "../../registry/erasures/carry-out.ts";
import { takeNotice } from "../../registry/notices/outgoing.ts";
import { askForRight } from "../../registry/rights/ask.ts";
import { liftRestriction } from "../../registry/rights/lift.ts";

const { rights, data } = paths.account;
const numbered = /P-[0-9A-Z]{5}-[0-9A-Z]{5}/;

let app: TestApp;
let world: ReviewWorld;
beforeAll(async () => {
  app = await testApp();
  const { institutionId } = await publishClosing(app);
  world = worldOf(app, institutionId);
});
afterAll(() => app.close());

async function asker() {
  const application = await anApplication(world).submitted();
  return { ...application, browser: await signIn(app, application.accountId, "applicant") };
}

const correction = { fact: "Nama jalan", wish: "Jalan Contoh Nomor 2", why: "Salah ketik; KTP terlampir." };

/** The last letter to an account, in words. */
async function lastWords(accountId: string): Promise<string> {
  const [row] = await app.database.owner.sql<{ id: string }[]>`
    select id from notices where account_id = ${accountId} order by created_at desc, id desc limit 1`;
  const letter = await takeNotice(app.database.worker.kysely, app.keyring, row?.id ?? "");
  if (!letter) throw new Error("No letter waits.");
  return textPart(contentOf(letter, app.origin));
}

test("a correction is asked with a number, a letter, a due moment and words that nobody else can read", async () => {
  const { id, accountId, browser } = await asker();
  await browser.get(rights.correction);
  const receipt = await browser.post(rights.correction, { about: id, ...correction });
  const [number = ""] = numbered.exec(receipt.html) ?? [];
  expect(receipt.url).toContain(rights.request(number));
  for (const text of ["Nama jalan", "Jalan Contoh Nomor 2", "Menunggu"]) expect(receipt.html).toContain(text);
  const letter = await lastWords(accountId);
  expect(letter).toContain(number);
  expect(letter).toContain("Paling lambat dijawab");
  expect((await browser.get(data)).html).toContain(number);
  const [row] = await app.database.owner.sql`
    select extract(epoch from due_at - asked_at)::integer as seconds, application_id,
      strpos(encode(words_sealed, 'escape'), 'Jalan') as plain from rights_requests where number = ${number}`;
  expect(row).toEqual({ seconds: 72 * 3600, application_id: id, plain: 0 });
  await browser.get(rights.correction);
  const again = await browser.post(rights.correction, { about: id, ...correction });
  expect(again.url).toContain(rights.request(number));
  const stranger = await people.budi(app);
  expect((await stranger.browser.get(rights.request(number))).status).toBe(404);
});

test("nothing is asked about what is somebody else's, nor twice, nor without end", async () => {
  const [siti, budi] = [await asker(), await asker()];
  await siti.browser.get(rights.correction);
  const foreign = await siti.browser.post(rights.correction, { about: budi.id, ...correction });
  expect(foreign.status).toBe(422);
  expect(foreign.html).toContain("Pilih tentang apa");
  await siti.browser.get(rights.restriction);
  await siti.browser.post(rights.restriction, { about: world.institutionId, why: "" });
  await siti.browser.get(rights.restriction);
  const twice = await siti.browser.post(rights.restriction, { about: world.institutionId, why: "" });
  expect(twice.html).toContain("sudah Anda batasi");
  for (let asked = 1; asked < 10; asked++) {
    await siti.browser.get(rights.objection);
    expect((await siti.browser.post(rights.objection, { about: siti.id, why: `Mesin keliru, ${asked}.` })).status).toBe(
      200,
    );
  }
  await siti.browser.get(rights.objection);
  const last = await siti.browser.post(rights.objection, { about: siti.id, why: "Mesin keliru." });
  expect(last.html).toContain("masih menunggu jawaban");
});

test("a restriction holds at once, and its owner ends it", async () => {
  const { accountId, browser } = await asker();
  const restricted = async () => {
    const [row] = await app.database.owner.sql<{ yes: boolean }[]>`
      select is_restricted(${accountId}, ${world.institutionId}) as yes`;
    return row?.yes;
  };
  await browser.get(rights.restriction);
  const receipt = await browser.post(rights.restriction, { about: world.institutionId, why: "" });
  expect(receipt.html).toContain("Berlaku");
  expect(await restricted()).toBe(true);
  const [number = ""] = numbered.exec(receipt.html) ?? [];
  const lifted = await browser.post(rights.lift(number), {});
  expect(lifted.html).toContain("Pembatasan diakhiri.");
  expect(await restricted()).toBe(false);
  expect((await browser.post(rights.lift(number), {})).html).not.toContain("Pembatasan diakhiri.");
});

test("restrictions that their owner ended stop new requests for three days, and not for ever", async () => {
  const { accountId } = await asker();
  const services = { db: world.database.web.kysely, keyring: world.keyring };
  const owner = { accountId, staff: false };
  const ask = () =>
    askForRight(services, owner, { kind: "restriction", about: world.institutionId, words: { why: "" } });
  for (let asked = 0; asked < 10; asked++) {
    const one = await ask();
    expect(await liftRestriction(services, owner, "number" in one ? one.number : "")).toBe(true);
  }
  expect(await ask()).toEqual({ problem: "enough" });
  await app.database.owner.sql`
    update rights_requests set asked_at = asked_at - interval '73 hours', due_at = due_at - interval '73 hours'
    where account_id = ${accountId}`;
  expect(await ask()).toHaveProperty("number");
});

test("a consent to the closing is taken back at once; a declaration that officers work with waits for them", async () => {
  const draft = await anApplication(world).complete();
  const browser = await signIn(app, draft.accountId, "applicant");
  await browser.get(paths.apply.closing(draft.id));
  await browser.post(paths.apply.closing(draft.id), { agree: "yes" });
  const take = async () => {
    const link = /\/account\/data\/withdrawal\?consent=[0-9a-f-]+/.exec((await browser.get(data)).html)?.[0] ?? "";
    const page = await browser.get(link);
    expect(page.html).toContain("Yang tetap");
    expect((await browser.post(rights.withdrawal, { consent: browser.hidden("consent") })).status).toBe(422);
    return browser.post(rights.withdrawal, { consent: browser.hidden("consent"), sure: "yes" });
  };
  const receipt = await take();
  expect(receipt.html).toContain("Dipenuhi");
  expect(receipt.html).toContain("Draf tidak lagi dikirim sendiri saat penutupan.");
  const [row] = await app.database.owner.sql`select agreed_at from applications where id = ${draft.id}`;
  expect(row).toEqual({ agreed_at: null });
  await browser.get(paths.apply.check(draft.id));
  await browser.post(paths.apply.submit(draft.id), { declaration: "yes" });
  expect((await take()).html).toContain("Menunggu");
  expect((await browser.get(data)).html).not.toContain(rights.withdrawal);
});

test("erasing at the institution ends what was asked there, and its words are gone", async () => {
  const draft = await anApplication(world).complete();
  const browser = await signIn(app, draft.accountId, "applicant");
  await browser.get(rights.correction);
  const receipt = await browser.post(rights.correction, { about: draft.id, ...correction });
  const [number = ""] = numbered.exec(receipt.html) ?? [];
  await browser.get(paths.account.erase);
  await browser.post(paths.account.erase, { scope: world.institutionId, sure: "yes" });
  const listed = await browser.get(data);
  expect(listed.html).toMatch(/H-[0-9A-Z]{5}-[0-9A-Z]{5}/);
  await app.database.owner.sql`update erasures set due_at = app_now() where account_id = ${draft.accountId}`;
  await carryOutErasures({ db: app.database.worker.kysely, keyring: app.keyring, blobs: app.blobs });
  const page = await browser.get(rights.request(number));
  expect(page.html).toContain("Tidak berlaku lagi");
  expect(page.html).not.toContain("Jalan Contoh Nomor 2");
});
