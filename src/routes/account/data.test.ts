import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anApplication, aReviewer, worldOf, type ReviewWorld } from "../../../test/applications.ts";
import { aNikCase } from "../../../test/nik-cases.ts";
import { answerAsHuman, lastLink, people, signIn, testPassword } from "../../../test/people.ts";
import { publishClosing } from "../../../test/seed.ts";
import { aTicket } from "../../../test/tickets.ts";
import { paths } from "../../paths.ts";

let app: TestApp;
let world: ReviewWorld;
beforeAll(async () => {
  app = await testApp();
  const { institutionId } = await publishClosing(app);
  world = worldOf(app, institutionId);
});
afterAll(() => app.close());

test("whoever registers finds the privacy notice that they agreed to, word for word", async () => {
  const browser = app.browser();
  const { html } = await browser.get(paths.account.register);
  const question = /(?:Berapa|Mana|Apa|Hari)[^<]*\?/.exec(html)?.[0]?.replaceAll("&quot;", '"') ?? "";
  const email = "siti.setuju@contoh.example";
  await browser.post(paths.account.register, {
    ticket: browser.hidden("ticket"),
    name: "Siti Contoh",
    email,
    password: testPassword,
    human: answerAsHuman(question),
    agree: "yes",
  });
  await browser.get(paths.account.activate(await lastLink(app, email)));
  await browser.post(browser.page?.url ?? "", { token: browser.hidden("token") });
  const [row] = await app.database.owner.sql<{ account_id: string; language: string; words: string }[]>`
    select account_id, c.language, words from consents c join consent_texts using (text_hash) where kind = 'privacy'`;
  expect(row?.words).toContain("Siapa yang bertanggung jawab");
  const siti = await signIn(app, row?.account_id ?? "", "applicant");
  const page = await siti.get(paths.account.data);
  expect(page.html).toContain("Kebijakan privasi, saat mendaftar akun");
  expect(page.html).toContain("Instansi penyelenggara program adalah pengendali data");
});

test("agreements and declarations of an application stand there, and what was taken back says so", async () => {
  const { id, accountId } = await anApplication(world).complete();
  const browser = await signIn(app, accountId, "applicant");
  await browser.get(paths.apply.closing(id));
  await browser.post(paths.apply.closing(id), { agree: "yes" });
  await browser.get(paths.apply.closing(id));
  await browser.post(paths.apply.closing(id), { agree: "no" });
  expect((await browser.get(paths.account.data)).html).toMatch(/Ditarik \d/);
  await browser.get(paths.apply.check(id));
  await browser.post(paths.apply.submit(id), { declaration: "yes" });
  await browser.get(paths.apply.receipt(id));
  const { html } = await browser.get(paths.account.data);
  expect(html).toContain("Pernyataan permohonan");
  expect(html).toContain("Permohonan dikirim");
  const rows = await app.database.owner.sql`
    select kind, language, withdrawn_at is not null as taken_back from consents where account_id = ${accountId} order by kind`;
  expect(rows).toEqual([
    { kind: "closing", language: "id", taken_back: true },
    { kind: "declaration", language: "id", taken_back: false },
  ]);
});

test("an officer who looks leaves a trace with the institution and no name, for the owner alone", async () => {
  const { id, accountId } = await anApplication(world).submitted();
  const rina = await aReviewer(world, world.institutionId);
  const desk = await signIn(app, rina, "staff");
  await desk.get(paths.console.application(id));
  const browser = await signIn(app, accountId, "applicant");
  const { html } = await browser.get(paths.account.data);
  expect(html).toMatch(/Petugas [^<]+<\/td>[^]*?Permohonan( beserta data spesifiknya)? dilihat/);
  expect(html).not.toContain("Rina");
  const budi = await people.budi(app);
  expect((await budi.browser.get(paths.account.data)).html).not.toContain("dilihat");
});

test("both sides of a case about a NIK are told that officers looked and proposed, and not what the other side did", async () => {
  const [claimant, holder] = [await people.siti(app), await people.budi(app)];
  const officer = await aReviewer(world, world.institutionId);
  const sides = { claimant: claimant.accountId, holder: holder.accountId, nik: "3171015705900009" };
  const caseId = await aNikCase(world, { ...sides, proposedBy: officer });
  await (await signIn(app, officer, "staff")).get(paths.console.nikCase(caseId));
  for (const [side, began] of [
    [claimant, true],
    [holder, false],
  ] as const) {
    const { html } = await side.browser.get(paths.account.data);
    for (const deed of ["Bukti perkara NIK dilihat", "Putusan perkara NIK diusulkan"]) expect(html).toContain(deed);
    expect(html.includes("Perkara NIK dikirim")).toBe(began);
    expect(html).not.toContain("Akun lain");
  }
});

test("what is done with a ticket in the account stands there, and nothing of a stranger's", async () => {
  const siti = await people.siti(app);
  const { institutionId } = world;
  const mine = await aTicket(app, institutionId);
  const strangers = await aTicket(app, institutionId);
  await app.database.owner.sql`update tickets set account_id = ${siti.accountId} where id = ${mine}`;
  const { browser } = await people.dewi(app, institutionId);
  for (const ticket of [mine, strangers]) await browser.get(paths.console.ticket(ticket));
  await browser.post(paths.console.ticket(mine), { act: "take" });
  const { html } = await siti.browser.get(paths.account.data);
  expect(html.match(/Tiket dilihat/g)).toHaveLength(2);
  expect(html).toContain("Tiket diambil untuk dijawab");
  expect(html).toContain("Petugas Instansi");
  expect(html).not.toContain("Dewi Contoh");
});

test("a long trail is turned page by page, and an odd page is the first", async () => {
  const { accountId, browser } = await people.siti(app);
  await app.database.owner.sql`
    insert into audit_records (id, actor_kind, action, subject_kind, subject_id, data, at)
    select gen_random_uuid(), 'system', case when n = 1 then 'account.oldest' else 'account.something' end, 'account',
      ${accountId}, '{}', app_now() - (60 - n) * interval '1 minute' from generate_series(1, 55) n`;
  expect((await browser.get(paths.account.data)).html).not.toContain("account.oldest");
  const second = await browser.get(`${paths.account.data}?page=2`);
  expect(second.html).toContain("Data Anda diproses (account.oldest)");
  for (const odd of ["0", "-1", "x", "1e9", "99999999999999999999"]) {
    expect((await browser.get(`${paths.account.data}?page=${odd}`)).status).toBe(200);
  }
});
