import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../../test/app.ts";
import { anAccount, anApplication, worldOf, type ReviewWorld } from "../../../../test/applications.ts";
import { people, signIn, type TestPerson } from "../../../../test/people.ts";
import { publishClosing } from "../../../../test/seed.ts";
import { aTicket, numberOn, sendTicket } from "../../../../test/tickets.ts";
import { paths } from "../../../paths.ts";

const { console: at, helpdesk, account } = paths;
const born = { "lahir.day": "17", "lahir.month": "5", "lahir.year": "1990", surel: "" };

let app: TestApp;
let world: ReviewWorld;
let dewi: TestPerson;
beforeAll(async () => {
  app = await testApp();
  const { institutionId } = await publishClosing(app);
  world = worldOf(app, institutionId);
  dewi = await people.dewi(app, institutionId);
});
afterAll(() => app.close());

/** Somebody who applied to the institution, at their browser. */
async function applicant(email: string) {
  const accountId = await anAccount(world, "Siti Contoh", email);
  await anApplication(world, { accountId }).submitted();
  return { accountId, browser: await signIn(app, accountId, "applicant") };
}

async function onTicket(ticket: string, fields: Readonly<Record<string, string>>) {
  await dewi.browser.get(at.ticket(ticket));
  return dewi.browser.post(at.ticketAccount(ticket), fields);
}

/** Opens a ticket by its number and the birth date. */
async function lookUp(browser: Browser, nomor: string) {
  await browser.get(helpdesk.tickets);
  return browser.post(helpdesk.tickets, { nomor, ...born });
}

const keeps = (html: string) => html.includes("Simpan di akun saya");

test("an agent links a ticket to the account of a whole fact; its owner finds it there once they have opened it themselves", async () => {
  const siti = await applicant("siti.pemilik@contoh.example");
  const ticket = await aTicket(world, world.institutionId, { email: "lain@contoh.example" });
  const number = numberOn(await dewi.browser.get(at.ticket(ticket)));
  const nobody = await people.budi(app);
  for (const name of ["siti.pemili@contoh.example", nobody.email, "3171015705900001", ""])
    expect((await onTicket(ticket, { account: name })).status, name).toBe(422);
  const linked = await onTicket(ticket, { account: "Siti.Pemilik@contoh.example" });
  for (const shown of ["S••• C•••", "Menunggu pemilik akun"]) expect(linked.html).toContain(shown);
  expect(linked.html).not.toContain("siti.pemilik@");
  expect((await onTicket(ticket, { account: "siti.pemilik@contoh.example" })).status).toBe(409);

  const waiting = await siti.browser.get(account.tickets);
  expect(waiting.html).toContain("Petugas menghubungkan sebuah tiket dengan akun Anda.");
  expect(waiting.html).not.toContain(number);
  expect((await siti.browser.get(account.ticket(ticket))).status).toBe(404);
  // Whoever else has the number and the birth date is offered nothing, and takes nothing.
  const other = await lookUp(nobody.browser, number);
  expect(keeps(other.html)).toBe(false);
  await nobody.browser.post(`${new URL(other.url).pathname}/account`, {});
  expect((await nobody.browser.get(account.tickets)).html).not.toContain(number);
  const opened = await lookUp(siti.browser, number);
  expect(keeps(opened.html)).toBe(true);
  const kept = await siti.browser.post(`${new URL(opened.url).pathname}/account`, {});
  expect(kept.status).toBe(200);
  expect(keeps(kept.html)).toBe(false);
  expect((await siti.browser.get(account.tickets)).html).toContain(number);

  expect((await dewi.browser.get(at.ticket(ticket))).html).toContain("Tiket ada di akunnya");
  await onTicket(ticket, { act: "unlink" });
  expect((await siti.browser.get(account.tickets)).html).not.toContain(number);
  expect((await onTicket(ticket, { act: "unlink" })).status).toBe(409);
  const acts = await app.database.owner.sql<{ action: string; found: boolean | null }[]>`
    select action, data->>'account' = ${siti.accountId} as found from audit_records
    where subject_id = ${ticket} and action ~ 'link|keep' order by at, id`;
  expect(acts.map(({ action, found }) => `${action} ${found ?? "-"}`)).toEqual([
    "ticket.link -",
    "ticket.link -",
    "ticket.link true",
    "ticket.keep -",
    "ticket.unlink true",
  ]);
  const letters = await app.database.owner.sql`
    select 1 from notices where account_id = ${siti.accountId} and kind = 'ticket_linked'`;
  expect(letters).toHaveLength(1);
});

test("a proven contact needs no number, and a link that nobody confirmed goes with the account's erasure", async () => {
  const budi = await people.budi(app);
  const [own, foreign] = [
    await aTicket(world, world.institutionId, { email: budi.email }),
    await aTicket(world, world.institutionId, { email: "lain@contoh.example" }),
  ];
  await onTicket(own, { account: budi.email });
  const number = numberOn(await dewi.browser.get(at.ticket(own)));
  expect((await budi.browser.get(account.tickets)).html).toContain(number);
  // A stranger may have written that address, and opens the ticket by the birth date that they wrote: what the owner of the
  // account asks stands in a ticket of its own.
  const [{ slug: instansi } = { slug: "" }] = await app.database.owner.sql<{ slug: string }[]>`
    select slug from institutions where id = ${world.institutionId}`;
  const asked = await sendTicket(budi.browser, { instansi, pertanyaan: "Ini tidak boleh dibaca orang lain." });
  expect(numberOn(asked)).not.toBe(number);
  expect((await lookUp(app.browser(), number)).html).not.toContain("tidak boleh dibaca");
  await anApplication(world, { accountId: budi.accountId }).submitted();
  await onTicket(foreign, { account: budi.email });
  const { owner, worker } = app.database;
  const linkOf = async () =>
    (await owner.sql<{ to: string | null }[]>`select linked_account_id as to from tickets where id = ${foreign}`)[0]
      ?.to;
  expect(await linkOf()).toBe(budi.accountId);
  await worker.sql`select forget_ticket_links(${budi.accountId}::uuid, ${world.institutionId}::uuid)`;
  expect(await linkOf()).toBeNull();
});
