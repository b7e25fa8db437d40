import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, anApplication, aReviewer, foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { aTicket, anAgent, numberOn } from "../../../../test/tickets.ts";
import { paths } from "../../../paths.ts";
import { limitsOn } from "../../../platform/limits.ts";
import { revokeRole } from "../../../registry/accounts/grant-role.ts";
import { actOnTicket } from "../../../registry/tickets/act.ts";
import { replyToTicket } from "../../../registry/tickets/reply.ts";
import { getTicket } from "../../../registry/tickets/ticket.query.ts";

const { console: at } = paths;

let world: ConsoleWorld;
let own: string;
let foreign: string;
let agent: { readonly id: string; readonly desk: Desk };
let abroad: { readonly id: string; readonly desk: Desk };
beforeAll(async () => {
  world = await consoleWorld();
  own = world.institutionId;
  foreign = await publish(world, foreignProgram());
  const signedIn = async (institution: string) => {
    const id = await anAgent(world, institution);
    return { id, desk: await world.signIn(id) };
  };
  agent = await signedIn(own);
  abroad = await signedIn(foreign);
});
afterAll(() => world.close());

async function rowOf(id: string) {
  const { kysely } = world.database.owner;
  const columns = ["status", "agent_id", "institution_id", "merged_into", "application_id"] as const;
  return kysely.selectFrom("tickets").select(columns).where("id", "=", id).executeTakeFirstOrThrow();
}

async function actsOn(id: string) {
  const { kysely } = world.database.owner;
  const rows = await kysely
    .selectFrom("audit_records")
    .select("action")
    .where("subject_id", "=", id)
    .where("action", "not in", ["ticket.ask", "ticket.view"])
    .orderBy("at")
    .execute();
  return rows.map(({ action }) => action);
}

/** Letters beyond those that every ticket has. */
async function lettersAbout(id: string) {
  const rows = await world.database.owner.sql<{ kind: string }[]>`
    select kind from ticket_letters where ticket_id = ${id} and kind not in ('asked', 'received', 'working')`;
  return rows.map(({ kind }) => kind);
}

const reply = (ticketId: string, text: string) =>
  replyToTicket(
    {
      db: world.database.web.kysely,
      keyring: world.keyring,
      limits: limitsOn(world.database.web.sql, world.keyring),
    },
    { ticketId, text },
  );

/** What the person reads of a ticket. */
const shownTo = (id: string) => getTicket({ db: world.database.web.kysely, keyring: world.keyring }, id);

test("tickets of somebody who may no longer answer wait for anybody, and come back to nobody", async () => {
  const [working, answered] = [await aTicket(world, own), await aTicket(world, own)];
  const leaving = await anAgent(world, own);
  const { staff } = world.database;
  const services = { db: staff.kysely, keyring: world.keyring };
  const acting = { actorId: leaving, institutions: [own] };
  await actOnTicket(services, { ...acting, ticketId: working, act: "take", text: "" });
  await actOnTicket(services, { ...acting, ticketId: answered, act: "answer", text: "Sudah." });
  const administrator = { actorId: agent.id, institutions: [own], institutionId: own };
  await revokeRole(staff.kysely, { ...administrator, role: "reviewer", accountId: leaving });
  expect(await rowOf(working)).toMatchObject({ status: "working", agent_id: leaving });
  await revokeRole(staff.kysely, { ...administrator, role: "agent", accountId: leaving });
  expect(await rowOf(working)).toMatchObject({ status: "received", agent_id: null });
  expect(await actsOn(working)).toEqual(["ticket.take", "ticket.release"]);
  await reply(answered, "Belum jelas.");
  expect(await rowOf(answered)).toMatchObject({ status: "received", agent_id: null });
  await agent.desk.post(at.ticket(working), { act: "take" });
  expect(await rowOf(working)).toMatchObject({ status: "working", agent_id: agent.id });
});

test("a ticket goes to a colleague who may answer there, and to nobody else; it does not leave one who works on it", async () => {
  const id = await aTicket(world, own);
  const colleague = await anAgent(world, own);
  const reviewer = await aReviewer(world, own);
  for (const nobody of [reviewer, abroad.id])
    expect((await agent.desk.post(at.passTicket(id), { to: `account.${nobody}` })).status).toBe(409);
  expect((await agent.desk.post(at.passTicket(id), { to: "" })).html).toContain("Pilih rekan atau instansi.");
  await agent.desk.post(at.passTicket(id), { to: `account.${colleague}` });
  expect(await rowOf(id)).toMatchObject({ status: "working", agent_id: colleague });
  const late = await agent.desk.post(at.passTicket(id), { to: `account.${agent.id}` });
  expect(late.status).toBe(409);
  expect(late.html).toContain("Tiket ini ada pada rekan");
  const answer = await agent.desk.post(at.ticket(id), { act: "answer", words: "Sudah saya tulis panjang." });
  expect(answer.status).toBe(409);
  for (const kept of ["Minta rekan melepaskannya", "Sudah saya tulis panjang."]) expect(answer.html).toContain(kept);
  expect(await actsOn(id)).toEqual(["ticket.pass"]);
});

test("a ticket goes to another institution with everything that belongs to it, its person told, and is read there only", async () => {
  const id = await aTicket(world, own, { nik: "3171015705900033" });
  await reply(id, "Nomornya menyusul.");
  const acting = { ticketId: id, actorId: agent.id, institutions: [own], text: "Bukan urusan kami." };
  await actOnTicket({ db: world.database.staff.kysely, keyring: world.keyring }, { ...acting, act: "note" });
  await world.database.owner.sql`
    update tickets set escalated_at = app_now(), linked_account_id = ${agent.id} where id = ${id}`;
  const silent = { to: `institution.${foreign}`, pass_words: "" };
  expect((await agent.desk.post(at.passTicket(id), silent)).html).toContain("Tulis pesan kepada penanya.");
  const answer = await agent.desk.post(at.passTicket(id), { ...silent, pass_words: "Kami teruskan." });
  expect(answer.location).toBe(`${at.tickets}?done`);
  expect((await agent.desk.get(at.ticket(id))).status).toBe(404);
  const page = await abroad.desk.get(at.ticket(id));
  for (const text of ["Nomornya menyusul.", "Bukan urusan kami.", "Kami teruskan."]) expect(page.html).toContain(text);
  expect((await shownTo(id)).messages.map(({ text }) => text)).toEqual(["Nomornya menyusul.", "Kami teruskan."]);
  const { sql } = world.database.owner;
  // A table that is added later has to go along as well.
  const tables = await sql<{ name: string }[]>`
    select a.table_name as name from information_schema.columns a
      join information_schema.columns b on b.table_name = a.table_name and b.column_name = 'institution_id'
      where a.table_schema = 'public' and a.column_name = 'ticket_id'`;
  expect(tables.length).toBeGreaterThan(1);
  for (const { name } of tables)
    expect(await sql`select 1 from ${sql(name)} where ticket_id = ${id} and institution_id = ${own}`, name).toEqual([]);
  expect((await abroad.desk.post(at.tickets, { sought: "3171015705900033", purpose: "check" })).location).toContain(id);
  // The administrators there were not told yet that it is overdue, and whose account it may be was found among others' people.
  expect(await sql`select escalated_at, linked_account_id from tickets where id = ${id}`).toEqual([
    { escalated_at: null, linked_account_id: null },
  ]);
  expect(await actsOn(id)).toContain("ticket.pass");
  expect(await lettersAbout(id)).toEqual(["passed"]);
});

test("what one person asks twice is merged: both histories stay, the person is told, and replies go on in the other", async () => {
  const person = { name: "Tiga Kali", email: "tiga@contoh.example" };
  const [first, second, third] = [
    await aTicket(world, own, person),
    await aTicket(world, own, person),
    await aTicket(world, own, person),
  ];
  const stranger = await aTicket(world, own, { name: "Orang Lain", email: "lain@contoh.example" });
  const firstNumber = numberOn(await agent.desk.get(at.ticket(first)));
  const page = await agent.desk.get(at.ticket(second));
  expect(page.html).toContain(firstNumber);
  const strangers = numberOn(await agent.desk.get(at.ticket(stranger)));
  expect(page.html).not.toContain(strangers);
  const words = { merge_words: "Sama dengan {number}." };
  expect((await agent.desk.post(at.mergeTicket(second), { into: stranger, ...words })).status).toBe(409);
  // What was merged into the second goes on to the first with it.
  await agent.desk.post(at.mergeTicket(third), { into: second, ...words });
  const merged = await agent.desk.post(at.mergeTicket(second), { into: first, ...words });
  expect(merged.location).toBe(`${at.ticket(first)}?done`);
  expect(await rowOf(third)).toMatchObject({ status: "answered", merged_into: first });
  expect((await shownTo(second)).messages.at(-1)?.text).toBe(`Sama dengan ${firstNumber}.`);
  expect(await reply(third, "Masih menunggu.")).toBe(true);
  expect((await shownTo(first)).messages.map(({ text }) => text)).toEqual(["Masih menunggu."]);
  expect((await agent.desk.get(at.ticket(second))).html).toContain(`digabungkan dengan ${firstNumber}`);
  expect(await lettersAbout(third)).toEqual(["merged"]);
  expect((await agent.desk.post(at.ticket(second), { act: "take", words: "" })).status).toBe(409);
  expect((await agent.desk.post(at.mergeTicket(first), { into: second, ...words })).status).toBe(409);
  // Under other names, and signed in to one account.
  const account = await anAccount(world);
  await world.database.owner.sql`update tickets set account_id = ${account} where id = any (${[first, stranger]})`;
  expect((await agent.desk.get(at.ticket(first))).html).toContain(strangers);
});

test("two tickets that are merged into each other at once become one, and not none", async () => {
  const person = { name: "Dua Arah", email: "dua.arah@contoh.example" };
  const [one, two] = [await aTicket(world, own, person), await aTicket(world, own, person)];
  const merge = (from: string, into: string) => agent.desk.post(at.mergeTicket(from), { into, merge_words: "Sama." });
  const answers = await Promise.all([merge(one, two), merge(two, one)]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 409]));
});

test("an answer that was sent twice is given once, and one over a message that its agent has not seen waits", async () => {
  const ticket = await aTicket(world, own);
  const page = at.ticket(ticket);
  const answer = { act: "answer", words: "Sudah kami periksa.", seen: "0" };
  await reply(ticket, "Satu hal lagi.");
  const stale = await agent.desk.post(page, answer);
  expect(stale.status).toBe(409);
  for (const kept of [
    "Penanya menulis lagi",
    "Satu hal lagi.",
    "Sudah kami periksa.</textarea>",
    'name="seen" value="1"',
  ])
    expect(stale.html).toContain(kept);
  for (let time = 0; time < 2; time++) expect((await agent.desk.post(page, { ...answer, seen: "1" })).status).toBe(303);
  expect(await lettersAbout(ticket)).toEqual(["answered"]);
  for (let time = 0; time < 2; time++) await agent.desk.post(page, { act: "note", words: "Sudah saya telepon." });
  const { html } = await agent.desk.get(page);
  expect(html.split("Sudah saya telepon.")).toHaveLength(2);
});

test("agents see which page of a program made somebody ask, by its title", async () => {
  const ticket = await aTicket(world, own);
  const asked = (page: string | null) =>
    world.database.owner
      .sql`update tickets set program_slug = 'npwp-pribadi', program_page = ${page} where id = ${ticket}`;
  for (const [page, title] of [
    ["keluarga", ", Keluarga"],
    ["tasks", ", Daftar bagian"],
    [null, "</a></p>"],
  ] as const) {
    await asked(page);
    const { html } = await agent.desk.get(at.ticket(ticket));
    expect(html).toMatch(
      new RegExp(`Ditanyakan dari program: <a [^>]*href="/programs/npwp-pribadi"[^>]*>[^<]+(</a>)?${title}`),
    );
  }
});

test("a ticket stands beside the application of an exact number; the link opens for whoever may review, and only there", async () => {
  const id = await aTicket(world, own);
  const application = await anApplication(world).submitted();
  const [row] = await world.database.owner.sql<{ receipt: string }[]>`
    select receipt from applications where id = ${application.id}`;
  const receipt = row?.receipt ?? "";
  const link = (number: string) => agent.desk.post(at.linkTicket(id), { number });
  expect((await link(receipt.slice(0, -1))).html).toContain("tidak");
  expect((await link(receipt.toLowerCase())).status).toBe(303);
  expect(await rowOf(id)).toMatchObject({ application_id: application.id });
  const seen = await agent.desk.get(at.ticket(id));
  expect(seen.html).toContain(receipt);
  expect(seen.html).not.toContain(at.application(application.id));
  const secretariat = await world.signIn(await aReviewer(world, own, ["secretariat"]));
  expect((await secretariat.get(at.ticket(id))).html).toContain(at.application(application.id));
  const elsewhere = await aTicket(world, foreign);
  expect((await abroad.desk.post(at.linkTicket(elsewhere), { number: receipt })).status).toBe(422);
  await link("");
  expect(await rowOf(id)).toMatchObject({ application_id: null });
});
