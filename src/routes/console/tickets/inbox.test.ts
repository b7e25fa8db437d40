import { afterAll, beforeAll, expect, test } from "vitest";
import { foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { aTicket, anAgent } from "../../../../test/tickets.ts";
import { paths } from "../../../paths.ts";
import { actOnTicket } from "../../../registry/tickets/act.ts";

const { tickets } = paths.console;

let world: ConsoleWorld;
let foreign: string;
let agent: { readonly id: string; readonly desk: Desk };
let colleague: string;
beforeAll(async () => {
  world = await consoleWorld();
  foreign = await publish(world, foreignProgram());
  const id = await anAgent(world, world.institutionId);
  agent = { id, desk: await world.signIn(id) };
  colleague = await anAgent(world, world.institutionId);
});
afterAll(() => world.close());

/** The names in the order of the page. */
function namesOn(html: string): string[] {
  return [...html.matchAll(/Penanya [A-Z][a-z]+/g)].map(([name]) => name);
}

async function act(ticketId: string, actorId: string, what: "take" | "answer") {
  const { database, keyring } = world;
  const acting = { ticketId, actorId, institutions: [world.institutionId], act: what, text: "Sudah." };
  await actOnTicket({ db: database.staff.kysely, keyring }, acting);
}

const list = async (query: string) => namesOn((await agent.desk.get(`${tickets}?${query}`)).html);

test("each drawer and category has its own, what is overdue stands on top with words, and other institutions' are not there", async () => {
  const own = world.institutionId;
  await aTicket(world, own, { name: "Penanya Lama" });
  const late = await aTicket(world, own, { name: "Penanya Terlambat" });
  const taken = await aTicket(world, own, { name: "Penanya Saya", category: "reset-password" });
  const held = await aTicket(world, own, { name: "Penanya Rekan" });
  const done = await aTicket(world, own, { name: "Penanya Selesai" });
  await aTicket(world, foreign, { name: "Penanya Asing" });
  await act(taken, agent.id, "take");
  await act(held, colleague, "take");
  await act(done, colleague, "answer");
  await world.database.owner.sql`update tickets set due_at = app_now() - interval '50 hours' where id = ${late}`;

  const page = await agent.desk.get(tickets);
  expect(page.html).toContain("terlambat 2 hari");
  expect(page.html).toContain("Belum dijawab (4)");
  // A password is promised sooner than a complaint.
  expect(namesOn(page.html)).toEqual(["Penanya Terlambat", "Penanya Saya", "Penanya Lama", "Penanya Rekan"]);
  expect(await list("status=waiting")).toEqual(["Penanya Terlambat", "Penanya Lama"]);
  expect(await list("status=mine")).toEqual(["Penanya Saya"]);
  expect(await list("status=colleagues")).toEqual(["Penanya Rekan"]);
  expect(await list("status=overdue")).toEqual(["Penanya Terlambat"]);
  expect(await list("status=answered")).toEqual(["Penanya Selesai"]);
  expect(await list("category=reset-password")).toEqual(["Penanya Saya"]);
  expect(await list(`status=answered&institution=${foreign}`)).toEqual([]);
  expect(await list("status=nonsense&category=%00&found=x&after=y")).toHaveLength(4);
});

test("what people ask from the page of one program is a list of its own, and can be answered as one", async () => {
  const [one, other] = [
    await aTicket(world, world.institutionId, { name: "Penanya Seminar" }),
    await aTicket(world, world.institutionId, { name: "Penanya Lain" }),
  ];
  await world.database.owner.sql`update tickets set program_slug = 'seminar-contoh' where id = ${one}`;
  expect(await list("program=seminar-contoh")).toEqual(["Penanya Seminar"]);
  const { html } = await agent.desk.get(`${paths.console.bulkAnswer}?status=open&program=seminar-contoh`);
  expect(html).toContain(one);
  expect(html).not.toContain(other);
});

test("pages follow each other without losing or repeating a ticket, forwards and back", async () => {
  const ids = [];
  for (let made = 0; made < 30; made++)
    ids.push(await aTicket(world, world.institutionId, { category: "data-tidak-sesuai" }));
  // At one moment all of them, so that only their ids tell them apart.
  await world.database.owner.sql`update tickets set due_at = '2030-01-02 03:04:05.678901' where id = any (${ids})`;
  const shown = async (query: string) => {
    const { html } = await agent.desk.get(`${tickets}?category=data-tidak-sesuai${query}`);
    return [...html.matchAll(/href="\/console\/tickets\/([0-9a-f-]{36})[?"]/g)].map(([, id]) => id);
  };
  const first = await shown("");
  const second = await shown(`&after=${first.at(-1)}`);
  expect([...first, ...second]).toEqual(ids);
  expect(await shown(`&before=${second[0]}`)).toEqual(first);
});

test("a ticket is found by its number or a whole fact, for a purpose that is written down, and nothing is kept of what was typed", async () => {
  const nik = "3171015705900009";
  const facts = { nik, name: "Penanya Dicari", email: "dicari@contoh.example" };
  const id = await aTicket(world, world.institutionId, facts);
  await aTicket(world, foreign, facts);
  const search = (sought: string, purpose = "answer") => agent.desk.post(tickets, { sought, purpose });
  const number = /T(?:-[0-9A-Z]{4}){3}/.exec((await agent.desk.get(paths.console.ticket(id))).html)?.[0] ?? "";
  for (const typed of [number.toLowerCase(), "3171 0157 0590 0009", "Dicari@contoh.EXAMPLE", "penanya  DICARI"]) {
    const answer = await search(typed);
    expect(answer.location, typed).toBe(`${tickets}?found=${id}`);
    expect((await agent.desk.get(answer.location ?? "")).html).toContain("1 tiket ditemukan");
  }
  expect((await search("Penanya")).html).toContain("Tidak ada tiket di instansi Anda");
  const bare = await search(" - ", "whatever");
  expect(bare.status).toBe(422);
  expect(bare.html).toContain("Pilih untuk apa Anda mencari.");
  const records = await world.database.owner.kysely
    .selectFrom("audit_records")
    .select(["actor_id", "subject_id", "data"])
    .where("action", "=", "ticket.search")
    .orderBy("at")
    .execute();
  expect(records.map(({ data }) => data)).toEqual([
    ...["number", "nik", "email", "name"].map((by) => ({ purpose: "answer", by, found: 1 })),
    { purpose: "answer", by: "name", found: 0 },
  ]);
  expect(records[0]).toMatchObject({ actor_id: agent.id, subject_id: id });
  const { sql } = world.database.owner;
  const kept = JSON.stringify([await sql`select f::text from ticket_facts f`, records]);
  for (const plain of [nik, "dicari", Buffer.from(nik).toString("hex")]) expect(kept).not.toContain(plain);
});

test("a list is answered ticket after ticket under its filter, and the last leads back to it", async () => {
  const ids: string[] = [];
  for (let made = 0; made < 3; made++) {
    ids.push(await aTicket(world, world.institutionId, { category: "perubahan-email" }));
    await world.database.owner.sql`
      update tickets set due_at = app_now() + make_interval(hours => ${made + 1}) where id = ${ids[made] ?? ""}`;
  }
  const query = "status=waiting&category=perubahan-email";
  const page = await agent.desk.get(`${tickets}?${query}`);
  const [first = "", second = "", third = ""] = ids.map((id) => `${paths.console.ticket(id)}?${query}`);
  for (const href of [first, second, third]) expect(page.html).toContain(`href="${href.replaceAll("&", "&amp;")}"`);
  // Past the one that somebody wants to think over, and from the end of the list back to it.
  expect((await agent.desk.get(second)).html).toContain(`href="${third.replaceAll("&", "&amp;")}" data-shortcut="n"`);
  const goOn = async (at: string) =>
    (await agent.desk.post(at, { act: "answer_next", words: "Sudah kami ubah." })).location;
  expect(await goOn(second)).toBe(`${third}&done`);
  expect((await agent.desk.get(`${third}&done`)).html).toContain("Tersimpan.");
  expect(await goOn(third)).toBe(`${first}&done`);
  expect(await goOn(first)).toBe(`${tickets}?${query}&done`);
});
