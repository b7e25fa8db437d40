import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld } from "../../../../test/console.ts";
import { npwpPribadi, readProgram } from "../../../../test/programs/compiled.ts";
import { daysFromNow } from "../../../../test/seed.ts";
import { paths } from "../../../paths.ts";
import { closeProgram } from "../../../registry/applications/close.ts";
import { announceExtension, remindDrafts } from "../../../registry/windows/announce.ts";
import { takeNotice } from "../../../registry/notices/outgoing.ts";

let world: ConsoleWorld;
let programId: string;
const at = paths.console.window("npwp-pribadi");
beforeAll(async () => {
  world = await consoleWorld();
  await publish(world, closing());
  const owner = world.database.owner.kysely;
  ({ id: programId } = await owner.selectFrom("programs").select("id").executeTakeFirstOrThrow());
});
afterAll(() => world.close());

function closing() {
  return {
    ...readProgram(npwpPribadi),
    window: { opens: daysFromNow(-30), closes: daysFromNow(5), at_close: "submit_complete_and_lock" as const },
  };
}

async function admin() {
  return world.signIn(await aReviewer(world, world.institutionId, ["institution_admin"]));
}

function day(ahead: number): string {
  return daysFromNow(ahead).slice(0, 10);
}

async function closesAt(): Promise<Date | null> {
  const owner = world.database.owner.kysely;
  return (await owner.selectFrom("programs").select("closes_at").executeTakeFirstOrThrow()).closes_at;
}

async function closeNow(): Promise<void> {
  await sql`update programs set closes_at = app_now() - interval '1 second'`.execute(world.database.owner.kysely);
}

async function letters(kind: string): Promise<string[]> {
  const owner = world.database.owner.kysely;
  const rows = await owner.selectFrom("notices").select("id").where("kind", "=", kind).orderBy("id").execute();
  return rows.map(({ id }) => id);
}

test("an officer extends for all after being asked once more: one audited act, which publishing again does not undo", async () => {
  const desk = await admin();
  expect((await desk.get(paths.console.programs)).html).toContain(at);
  expect((await desk.get(at)).html).toContain("Belum pernah diperpanjang");
  const typed = { whom: "all", receipt: "", day: day(9), time: "23:59", reason: "Gangguan layanan <nasional>." };
  const asked = await desk.post(at, typed);
  expect(asked.html).toContain("Perpanjang masa pendaftaran?");
  expect(asked.html).toContain("Gangguan layanan &lt;nasional&gt;.");
  const before = await closesAt();
  const done = await desk.post(at, { ...typed, confirm: "yes" });
  expect(done.location).toBe(`${at}?done=extended`);
  const extended = await closesAt();
  expect(extended?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
  const audits = await world.database.owner
    .sql`select actor_kind, data from audit_records where action = 'program.extend'`;
  expect(audits).toMatchObject([{ actor_kind: "staff" }]);
  expect((await desk.get(at)).html).toContain("Rina Contoh");
  await publish(world, closing());
  expect(await closesAt()).toEqual(extended);
  // The same once more is no extension.
  expect((await desk.post(at, { ...typed, confirm: "yes" })).status).toBe(422);
});

test.each([
  [{ whom: "" }, "Pilih untuk siapa"],
  [{ whom: "one", receipt: "R-00000-00000" }, "Tidak ada draf"],
  [{ whom: "one", receipt: "x\u0000" }, "Tidak ada draf"],
  [{ day: "2027-02-30" }, "Tulis tanggal seperti"],
  [{ day: "1999-01-01" }, "Tulis tanggal seperti"],
  [{ day: "2001-01-01" }, "harus sesudah"],
  [{ time: "24:00" }, "Tulis jam seperti"],
  [{ reason: " " }, "Tulis alasan"],
  [{ reason: "x".repeat(501) }, "Tulis alasan"],
])("%j is said at its field", async (change, message) => {
  const desk = await admin();
  const typed = { whom: "all", receipt: "", day: day(90), time: "23:59", reason: "Sebab", confirm: "yes" };
  const answer = await desk.post(at, { ...typed, ...change });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(message);
});

test("one locked application is opened again for its owner, who gets a letter, and the others stay locked", async () => {
  const [one, other] = [await anApplication(world).complete(), await anApplication(world).complete()];
  await closeNow();
  await closeProgram(world.database.worker.kysely, programId);
  const owner = world.database.owner.kysely;
  const stateOf = (id: string) =>
    owner.selectFrom("applications").select(["status", "receipt"]).where("id", "=", id).executeTakeFirstOrThrow();
  const { status, receipt } = await stateOf(one.id);
  expect(status).toBe("locked");
  const desk = await admin();
  const typed = { whom: "one", receipt: receipt.toLowerCase(), day: day(3), time: "12.00", reason: "Sakit" };
  expect((await desk.post(at, { ...typed, confirm: "yes" })).status).toBe(303);
  expect((await stateOf(one.id)).status).toBe("draft");
  expect((await stateOf(other.id)).status).toBe("locked");
  expect(await closeProgram(world.database.worker.kysely, programId)).toEqual({ submitted: 0, locked: 0 });
  const { id: extension } = await owner
    .selectFrom("program_extensions")
    .select("id")
    .where("application_id", "=", one.id)
    .executeTakeFirstOrThrow();
  const worker = world.database.worker.kysely;
  expect(await announceExtension(worker, extension)).toBe(1);
  expect(await announceExtension(worker, extension)).toBe(0);
  const [letter] = await letters("extended");
  expect(await takeNotice(owner, world.keyring, letter ?? "")).toMatchObject({
    kind: "extended",
    data: { lines: ["Sakit"] },
  });
  const [locked] = await letters("locked");
  const said = await takeNotice(owner, world.keyring, locked ?? "");
  expect(said?.data).toMatchObject({ lines: [], wanting: ["agreement", "declaration"] });
});

test("reminders go out once each, and say what is missing and what will happen", async () => {
  const owner = world.database.owner.kysely;
  const worker = world.database.worker.kysely;
  await sql`update programs set closes_at = app_now() + interval '9 days'`.execute(owner);
  const { id } = await anApplication(world).complete();
  await sql`update applications set created_at = app_now() - interval '20 days', complete = false,
    progress = progress || '{"foto_ktp": "todo"}' where id = ${id}::uuid`.execute(owner);
  await sql`delete from notices where kind = 'reminder'`.execute(owner);
  const remindedAt = async (before: string) => {
    await sql`update programs set closes_at = app_now() + ${before}::interval`.execute(owner);
    await sql`update applications set extended_until = null`.execute(owner);
    return (await remindDrafts(worker)) + (await remindDrafts(worker));
  };
  const others = await sql`update applications set created_at = app_now() where id <> ${id}::uuid`.execute(owner);
  expect(others.rows).toEqual([]);
  expect(await remindedAt("8 days")).toBe(0);
  expect(await remindedAt("6 days")).toBe(1);
  expect(await remindedAt("1 day")).toBe(1);
  expect(await remindedAt("5 hours")).toBe(1);
  expect(await remindedAt("-1 hours")).toBe(0);
  const [letter] = await letters("reminder");
  expect((await takeNotice(owner, world.keyring, letter ?? ""))?.data).toMatchObject({
    outlook: "locks",
    lines: [{ id: expect.any(String) as string }],
  });
});
