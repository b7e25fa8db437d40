import { afterAll, beforeAll, expect, test } from "vitest";
import { foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { aTicket, anAgent } from "../../../../test/tickets.ts";
import { paths } from "../../../paths.ts";
import { actOnTicket } from "../../../registry/tickets/act.ts";
import { getTicket } from "../../../registry/tickets/ticket.query.ts";

const { bulkAnswer, tickets } = paths.console;

let world: ConsoleWorld;
let agent: { readonly id: string; readonly desk: Desk };
let held: string;
let elsewhere: string;
beforeAll(async () => {
  world = await consoleWorld();
  const id = await anAgent(world, world.institutionId);
  agent = { id, desk: await world.signIn(id) };
  held = await aTicket(world, world.institutionId, { name: "Pada Rekan" });
  await actOnTicket(
    { db: world.database.staff.kysely, keyring: world.keyring },
    {
      ticketId: held,
      actorId: await anAgent(world, world.institutionId),
      institutions: [world.institutionId],
      act: "take",
      text: "",
    },
  );
  elsewhere = await aTicket(world, await publish(world, foreignProgram()), { name: "Instansi Lain" });
});
afterAll(() => world.close());

const ticked = (ids: readonly string[]) => `${bulkAnswer}?${ids.map((id) => `ticket=${id}`).join("&")}`;

async function answersOf(id: string): Promise<string[]> {
  const { messages } = await getTicket({ db: world.database.web.kysely, keyring: world.keyring }, id);
  return messages.map(({ text }) => text);
}

async function recordsOf(ids: readonly string[]) {
  const rows = await world.database.owner.sql<{ batch: string | null }[]>`
    select data ->> 'batch' as batch from audit_records where action = 'ticket.answer' and subject_id = any (${[...ids]})`;
  return rows.map(({ batch }) => batch);
}

test("one answer goes to every ticked ticket in words of its own, once, and to none that is a colleague's or another institution's", async () => {
  const names = ["Penanya Satu", "Penanya Dua", "Penanya Tiga"];
  const ids = [];
  for (const name of names) ids.push(await aTicket(world, world.institutionId, { name }));
  const all = [...ids, held, elsewhere];
  const list = await agent.desk.get(ticked(all));
  expect(list.html).toContain("Satu jawaban untuk 3 tiket");
  for (const name of ["Pada Rekan", "Instansi Lain"]) expect(list.html).not.toContain(name);

  const form = { ticket: all, words: "Yth. {nama}, gangguan sudah pulih. {kategori}.", checked: "yes" };
  const hasty = await agent.desk.post(bulkAnswer, { ...form, words: "Halo {siapa}.", checked: "" });
  expect(hasty.status).toBe(422);
  for (const said of ["“siapa” bukan isian", "Tandai bahwa Anda sudah memeriksanya.", "Halo {siapa}."])
    expect(hasty.html).toContain(said);

  const twice = await Promise.all([agent.desk.post(bulkAnswer, form), agent.desk.post(bulkAnswer, form)]);
  const counts = new Set(twice.map(({ location }) => location));
  expect(counts).toEqual(new Set([`${tickets}?answered=3`, `${tickets}?answered=0`]));
  expect((await agent.desk.get(`${tickets}?answered=3`)).html).toContain("3 tiket dijawab.");
  for (const [index, id] of ids.entries())
    expect(await answersOf(id)).toEqual([`Yth. ${names[index]}, gangguan sudah pulih. Pengaduan ke instansi.`]);
  expect([await answersOf(held), await answersOf(elsewhere)]).toEqual([[], []]);
  const batches = await recordsOf(ids);
  expect(batches).toHaveLength(3);
  expect(new Set(batches).size).toBe(1);
  expect(batches[0]).toMatch(/^[0-9a-f-]{36}$/);
});

test("all under a filter are answered; where one cannot be, none is", async () => {
  const ids = [];
  for (const name of ["Penanya Empat", "Penanya Lima"])
    ids.push(await aTicket(world, world.institutionId, { name, category: "reset-password" }));
  const list = await agent.desk.get(`${bulkAnswer}?status=waiting&category=reset-password`);
  expect(list.html).toContain("Satu jawaban untuk 2 tiket");
  for (const none of [await agent.desk.get(bulkAnswer), await agent.desk.post(bulkAnswer, { words: "" })])
    expect(none.html).toContain("Tidak ada tiket yang dapat dijawab");

  // The second cannot be opened: what was done to the first is undone with it.
  const { sql } = world.database.owner;
  const [second] = ids.slice(1);
  const [kept] = await sql<{ content_sealed: Buffer }[]>`select content_sealed from tickets where id = ${second ?? ""}`;
  await sql`update tickets set content_sealed = '' where id = ${second ?? ""}`;
  const form = { ticket: ids, words: "Sudah pulih.", checked: "yes" };
  expect((await agent.desk.post(bulkAnswer, form)).status).toBe(503);
  expect(await recordsOf(ids)).toEqual([]);
  expect(await answersOf(ids[0] ?? "")).toEqual([]);
  await sql`update tickets set content_sealed = ${kept?.content_sealed ?? null} where id = ${second ?? ""}`;
  expect((await agent.desk.post(bulkAnswer, form)).location).toBe(`${tickets}?answered=2`);
});
