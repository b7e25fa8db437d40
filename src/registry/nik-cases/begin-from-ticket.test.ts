import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anAccount, aReviewer, worldOf, type ReviewWorld } from "../../../test/applications.ts";
import { anOpenCase, aTicketOfCase } from "../../../test/nik-cases.ts";
import { people, signIn, type TestPerson } from "../../../test/people.ts";
import { ktpJpeg } from "../../../test/sample-files.ts";
import { publishFrom } from "../../../test/seed.ts";
import { anAgent, aTicket, putTicketFile } from "../../../test/tickets.ts";
import { paths } from "../../paths.ts";
import { verdictWords } from "../../routes/console/nik-cases/verdict-words.ts";
import { answerProposal } from "./answer.ts";
import { proposeVerdict } from "./propose.ts";

const { console: at, account } = paths;

let app: TestApp;
let world: ReviewWorld;
let dewi: TestPerson;
beforeAll(async () => {
  app = await testApp();
  const { institutionId } = await publishFrom(app, "programs/npwp-pribadi");
  world = worldOf(app, institutionId);
  dewi = await people.dewi(app, institutionId);
});
afterAll(() => app.close());

async function sides({ accountId: claimant }: TestPerson, nik: string) {
  return { claimant, holder: await anAccount(world, "Budi Contoh"), nik };
}

async function press(ticket: string, browser = dewi.browser) {
  await browser.get(at.ticket(ticket));
  return browser.post(at.ticketCase(ticket), {});
}

async function rowOf(ticket: string) {
  const [row] = await app.database.owner.sql<{ status: string; agent_id: string | null; nik_case_id: string }[]>`
    select status, agent_id, nik_case_id from tickets where id = ${ticket}`;
  if (!row) throw new Error("the ticket is gone");
  return row;
}

test("an agent begins a case from a ticket: its files are the evidence, its page says what happens, and the verdict answers it", async () => {
  const siti = await people.siti(app);
  const ticket = await aTicketOfCase(world, await sides(siti, "3171015705900801"));
  for (const slot of ["swafoto_ktp", "scan_ktp", "scan_kk"]) await putTicketFile(world, ticket, slot);
  const agent = await signIn(app, await anAgent(app, world.institutionId), "staff");
  expect((await press(ticket, agent)).html).toContain("Terbuka: perlu dibandingkan.");
  const { nik_case_id: caseId } = await rowOf(ticket);

  // What the two officers compare; an agent who decides nothing is led nowhere.
  expect(agent.page?.html).not.toContain(at.nikCase(caseId));
  const officer = await people.rina(app, world.institutionId);
  const matter = await officer.browser.get(at.nikCase(caseId));
  const pictures = [...matter.html.matchAll(/<img class="daftar-face" src="([^"]+)"/g)].map(([, src = ""]) => src);
  expect(pictures).toHaveLength(2);
  for (const src of pictures)
    expect((await officer.browser.get(src)).html).toMatch(/^a rebuilt page of (swafoto|scan)_ktp$/);
  expect((await dewi.browser.get(at.ticket(ticket))).html).toContain(at.nikCase(caseId));
  const own = await siti.browser.get(account.ticket(ticket));
  expect(own.html).toContain("Tenggat pendaftaran Anda berhenti sampai selesai.");
  expect((await siti.browser.get(account.nikCase)).html).toContain("Sedang diperiksa");

  expect((await press(ticket)).status).toBe(422);
  const abroad = { to: `institution.${world.institutionId}`, pass_words: "Kami teruskan." };
  expect((await dewi.browser.post(at.passTicket(ticket), abroad)).html).toContain("Tiket ini punya perkara NIK");
  await app.database.owner.sql`update tickets set linked_account_id = account_id where id = ${ticket}`;
  const unlinked = await dewi.browser.post(at.ticketAccount(ticket), { act: "unlink" });
  expect(unlinked.html).toContain("Tiket ini punya perkara NIK");

  const services = { db: app.database.staff.kysely, keyring: app.keyring, words: verdictWords };
  const desk = (actorId: string) => ({ actorId, institutions: [world.institutionId], caseId });
  const second = await aReviewer(world, world.institutionId);
  await proposeVerdict(services, {
    ...desk(officer.accountId),
    proposal: "move",
    reason: "Swafoto sesuai dengan KTP.",
  });
  const decided = await siti.browser.get(account.nikCase);
  expect(decided.html).toContain("jadi bukti ini tidak dapat diganti.");
  const file = { field: "selfie", name: "lain.jpg", type: "image/jpeg", bytes: await ktpJpeg() };
  await siti.browser.upload(account.nikEvidence.selfie, {}, file);
  expect(await app.database.owner.sql`select 1 from documents where nik_case_id = ${caseId}`).toHaveLength(2);
  await answerProposal(services, { ...desk(second), answer: "confirmed" });
  // Nobody has the ticket who could not answer what its person replies.
  expect(await rowOf(ticket)).toMatchObject({ status: "answered", agent_id: null });
  const answered = await siti.browser.get(account.ticket(ticket));
  for (const text of ["memutuskan bahwa NIK itu milik Anda", "Alasannya: Swafoto sesuai dengan KTP."])
    expect(answered.html).toContain(text);
  const acts = await app.database.owner.sql<{ action: string }[]>`
    select action from audit_records where subject_id in (${ticket}, ${caseId}) and action !~ 'view|ask$' order by at, id`;
  expect(acts.map(({ action }) => action)).toEqual([
    "nik_case.begin",
    "nik_case.open",
    "nik_case.propose",
    "ticket.answer",
    "nik_case.confirm",
  ]);
});

test("a third account's case waits, and says so, while another one about the NIK is open, at another institution too", async () => {
  const rina = await people.rina(app, world.institutionId);
  const nik = "3171015705900804";
  const third = await sides(rina, nik);
  const ticket = await aTicketOfCase(world, third);
  const other = await anOpenCase(world, await anAccount(world, "Cici Contoh"), nik);
  const { sql } = app.database.owner;
  await sql`insert into institutions (id, slug, name, key_wrapped) values (gen_random_uuid(), 'lain', '{}', '')`;
  await sql`update nik_cases set institution_id = i.id from institutions i where i.slug = 'lain' and nik_cases.id = ${other}`;
  for (const slot of ["swafoto_ktp", "scan_ktp"]) await putTicketFile(world, ticket, slot);
  const page = await press(ticket);
  expect(page.html).toContain("perkara lain tentang NIK ini harus selesai dahulu");
  expect(page.html).not.toContain("Tersimpan");
  const own = await rina.browser.get(account.ticket(ticket));
  expect(own.html).toContain("NIK itu masih diperiksa dalam perkara lain");
  await rina.browser.get(account.nikCase);
  expect((await rina.browser.post(account.sendNikCase, {})).html).toContain("sudah diperiksa dalam perkara lain");
  await sql`update nik_cases set status = 'withdrawn', closed_at = app_now() where id = ${other}`;
  await rina.browser.get(account.nikCase);
  expect((await rina.browser.post(account.sendNikCase, {})).html).toContain("Sedang diperiksa");
});

test("what is missing is asked of the person, and nothing is begun where there is no account or no dispute", async () => {
  const budi = await people.budi(app);
  const ticket = await aTicketOfCase(world, await sides(budi, "3171015705900802"));
  await putTicketFile(world, ticket, "scan_ktp");
  expect((await dewi.browser.get(at.ticket(ticket))).html).toContain("tidak terbaca: Swafoto memegang KTP");
  expect((await press(ticket)).html).toContain("Dimulai; menunggu bukti penanya.");
  expect((await budi.browser.get(account.ticket(ticket))).html).toContain("Lengkapi bukti di akun Anda");
  const page = await budi.browser.get(account.nikCase);
  expect(page.html).toContain("Diterima");
  expect(page.html).toContain("Belum ada");
  const [letter] = await app.database.owner.sql`
    select 1 from notices where account_id = ${budi.accountId} and kind = 'nik_case_begun'`;
  expect(letter).toBeDefined();

  const category = "nik-didaftarkan-orang-lain";
  const alone = await aTicket(world, world.institutionId, { nik: "3171015705900803", category });
  const asked = await dewi.browser.get(at.ticket(alone));
  expect(asked.html).not.toContain("Mulai perkara NIK");
  const [, canned = ""] = /<option value="([^"]+)">Buat akun dahulu/.exec(asked.html) ?? [];
  const filled = await dewi.browser.post(at.ticket(alone), { act: "insert", canned, words: "" });
  expect(filled.html).toMatch(/Anda memerlukan akun\.[^{]*buka tiket T-/);
  expect((await press(alone)).status).toBe(409);
  await app.database.owner.sql`update tickets set account_id = ${budi.accountId} where id = ${alone}`;
  expect((await press(alone)).html).toContain("NIK ini tidak tercatat di akun lain.");

  await app.database.owner.sql`insert into rights_requests (id, number, account_id, institution_id, kind)
    values (gen_random_uuid(), 'H-CONTOH', ${budi.accountId}, ${world.institutionId}, 'restriction')`;
  expect((await press(alone)).html).toContain("Pemiliknya membatasi pemrosesan");

  // What may never be sent holds no ticket.
  await app.database.owner.sql`update tickets set linked_account_id = account_id where id = ${ticket}`;
  expect((await dewi.browser.post(at.ticketAccount(ticket), { act: "unlink" })).status).toBe(200);
  expect(await rowOf(ticket)).toMatchObject({ nik_case_id: null });
});
