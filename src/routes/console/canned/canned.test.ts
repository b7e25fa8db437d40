import { afterAll, beforeAll, expect, test } from "vitest";
import { cannedForm } from "../../../../test/canned.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { aTicket, anAgent, numberOn } from "../../../../test/tickets.ts";
import { paths } from "../../../paths.ts";

const { console: at } = paths;

let world: ConsoleWorld;
let agent: Desk;
beforeAll(async () => {
  world = await consoleWorld();
  agent = await world.signIn(await anAgent(world, world.institutionId));
});
afterAll(() => world.close());

async function idOf(title: string) {
  const { kysely } = world.database.owner;
  return (await kysely.selectFrom("canned_answers").select("id").where("title", "=", title).executeTakeFirst())?.id;
}

test("an answer is seen before it is saved, kept with every version, and put into a ticket with its fields filled in", async () => {
  const form = cannedForm(world.institutionId);
  const preview = await agent.post(at.newCanned, { ...form, act: "preview" });
  expect(preview.html).toContain("Halo Siti Contoh, tiket T-7K3M-9QX2-PA4C kami periksa.");
  expect(await idOf(form.title)).toBeUndefined();
  expect((await agent.post(at.newCanned, { ...form, act: "save" })).location).toBe(`${at.cannedAnswers}?done`);
  const again = await agent.post(at.newCanned, { ...form, act: "save" });
  expect([again.status, again.html.includes("Judul ini sudah dipakai.")]).toEqual([422, true]);
  const id = (await idOf(form.title)) ?? "";
  const text = "Yth. {nama}, {instansi} memeriksa {nomor_tiket} ({kategori}).";
  const changed = { ...form, answer_id: text, category: "pengaduan-ke-instansi", version: "1", act: "save" };
  await agent.post(at.canned(id), changed);
  const stale = await agent.post(at.canned(id), changed);
  expect(stale.html).toContain("sudah diubah orang lain");
  const edit = await agent.get(at.canned(id));
  for (const shown of ["Versi 2", "Versi 1", "Agung Contoh"]) expect(edit.html).toContain(shown);
  const acts = await world.database.owner.sql`
    select action, data from audit_records where action like 'canned.%' order by at`;
  expect(acts.map(({ action }) => String(action))).toEqual(["canned.write", "canned.edit"]);

  const ticket = await aTicket(world, world.institutionId, { name: "Siti {nomor_tiket}" });
  const page = await agent.get(at.ticket(ticket));
  const inserted = await agent.post(at.ticket(ticket), { act: "insert", canned: id, words: "Selamat pagi." });
  expect(inserted.status).toBe(200);
  // What somebody calls themselves fills in nothing.
  expect(inserted.html).toContain("Selamat pagi.\n\nYth. Siti {nomor_tiket}, ");
  expect(inserted.html).toContain(`memeriksa ${numberOn(page)} (Pengaduan ke instansi).`);
  const none = await agent.post(at.ticket(ticket), { act: "insert", canned: "", words: "Sudah." });
  expect([none.status, none.html.includes("Pilih jawaban siap pakai.")]).toEqual([422, true]);
  const other = await aTicket(world, world.institutionId, { category: "reset-password" });
  expect((await agent.get(at.ticket(other))).html).not.toContain(form.title);
  const { used: _used, ...unused } = changed;
  await agent.post(at.canned(id), { ...unused, version: "2" });
  expect((await agent.get(at.ticket(ticket))).html).not.toContain(form.title);
});

test("of two answers that take one title at the same moment the second is told so at the field", async () => {
  const [one, two] = ["Yang satu", "Yang lain"];
  for (const title of [one, two])
    await agent.post(at.newCanned, { ...cannedForm(world.institutionId), title, act: "save" });
  const ids = [await idOf(one), await idOf(two)];
  const same = { ...cannedForm(world.institutionId), title: "Judul yang sama", version: "1", act: "save" };
  const pages = await Promise.all(ids.map((id = "") => agent.post(at.canned(id), same)));
  const late = pages.find(({ status }) => status !== 303);
  expect([pages.length, late?.status, late?.html.includes("Judul ini sudah dipakai.")]).toEqual([2, 422, true]);
});

test("a brace that is no field and an empty answer are refused at their fields", async () => {
  const wrong = { ...cannedForm(world.institutionId), answer_id: "Halo {name}.", answer_en: "", act: "save" };
  const page = await agent.post(at.newCanned, wrong);
  expect(page.status).toBe(422);
  for (const said of ["“name” bukan isian", "Tulis jawabannya", "Halo {name}."]) expect(page.html).toContain(said);
});
