import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, publish, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { daysFromNow } from "../../../test/seed.ts";
import { compareStates } from "../audit/compare-states.ts";
import { takeNotice } from "../notices/outgoing.ts";
import { acceptApplication } from "../reviews/accept.ts";
import { rejectApplication } from "../reviews/reject.ts";
import { announceVerdicts, listProgramsToAnnounce } from "./announce.ts";
import { moveAnnouncement } from "./move.ts";

let world: ReviewWorld;
let rina: string;
let programId: string;
beforeAll(async () => {
  world = await reviewWorld();
  rina = await aReviewer(world, world.institutionId, ["reviewer", "institution_admin"]);
  await publish(world, announcing(daysFromNow(5)));
  ({ id: programId } = await world.database.owner.kysely.selectFrom("programs").select("id").executeTakeFirstOrThrow());
});
afterAll(() => world.close());

function announcing(at: string | null) {
  return { ...readProgram(npwpPribadi), announcement: { at } };
}

function services() {
  return { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
}

function act(applicationId: string) {
  return { applicationId, institutions: [world.institutionId], actorId: rina, round: 1 };
}

async function accepted() {
  const { id } = await anApplication(world).claimedBy(rina);
  const outcome = await acceptApplication(services(), act(id));
  return { id, number: "number" in outcome ? outcome.number : "" };
}

async function rejected() {
  const { id } = await anApplication(world).claimedBy(rina);
  await rejectApplication(services(), { ...act(id), reasons: ["kedaluwarsa"], note: "KTP lama." });
  return id;
}

function rowOf(id: string) {
  return world.database.owner.kysely
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

async function listed(table: "notices" | "application_events", id: string) {
  const rows = await world.database.owner.kysely
    .selectFrom(table)
    .select(["id", "kind"])
    .where("application_id", "=", id)
    .orderBy(sql.ref(table === "notices" ? "created_at" : "at"))
    .execute();
  return rows.map(({ id: one, kind }) => ({ id: one, kind }));
}

async function kinds(table: "notices" | "application_events", id: string) {
  return (await listed(table, id)).map(({ kind }) => kind);
}

function dueNow() {
  return sql`update programs set announces_at = app_now() - interval '1 second'`.execute(world.database.owner.kysely);
}

test("a verdict waits where applicants' pages cannot read it, and all are told at once, each exactly once", async () => {
  const [yes, no] = [await accepted(), await rejected()];
  for (const id of [yes.id, no]) {
    expect(await rowOf(id)).toMatchObject({ status: "decided", number: null, decided_at: null, announced_at: null });
    expect(await kinds("application_events", id)).toEqual(["started", "submitted", "claimed", "decided"]);
    expect(await kinds("notices", id)).toEqual(["submitted"]);
  }
  await expect(world.database.web.sql`select * from held_verdicts`).rejects.toThrow("permission denied");
  await expect(world.database.web.sql`select * from audit_records`).rejects.toThrow("permission denied");
  await expect(acceptApplication(services(), act(yes.id))).rejects.toMatchObject({ code: "already_decided" });

  const worker = world.database.worker.kysely;
  expect(await announceVerdicts(worker, programId)).toBe(0);
  expect(await listProgramsToAnnounce(worker)).toEqual([]);
  await dueNow();
  expect(await listProgramsToAnnounce(worker)).toEqual([programId]);
  const told = await Promise.all([announceVerdicts(worker, programId), announceVerdicts(worker, programId)]);
  expect(told[0] + told[1]).toBe(2);
  expect(await listProgramsToAnnounce(worker)).toEqual([]);
  expect(await rowOf(yes.id)).toMatchObject({ status: "accepted", number: yes.number, verdict_changed_at: null });
  expect((await rowOf(no)).status).toBe("rejected");
  expect(await kinds("application_events", no)).toEqual(["started", "submitted", "claimed", "decided", "rejected"]);
  expect(await kinds("notices", yes.id)).toEqual(["submitted", "accepted"]);
  const audits = await world.database.owner.sql`
    select action, data from audit_records where subject_id = ${no} order by transaction desc, id desc limit 2`;
  expect(audits).toEqual([
    { action: "application.announce", data: { round: 1, verdict: "rejected" } },
    { action: "application.decide", data: { round: 1, verdict: "rejected" } },
  ]);

  const [, letter] = await listed("notices", no);
  const written = await takeNotice(worker, world.keyring, letter?.id ?? "");
  expect(written).toMatchObject({
    kind: "rejected",
    data: { lines: [{ id: expect.any(String) as string }, "KTP lama."] },
  });
  expect((await compareStates(world.database.owner.kysely)).wrong).toEqual([]);
});

test("what is decided after the announcement is told at once, and stands there as a change", async () => {
  const id = await rejected();
  const row = await rowOf(id);
  expect(row.status).toBe("rejected");
  expect(row.verdict_changed_at).toEqual(row.announced_at);
  expect(row.announced_at).not.toBeNull();
  expect(await kinds("notices", id)).toEqual(["submitted", "rejected"]);
});

test("an officer moves the time as an audited act, which publishing again does not undo, until it was announced", async () => {
  const owner = world.database.owner.kysely;
  await sql`update programs set announced_at = null, announces_at = app_now() + interval '5 days'`.execute(owner);
  const move = (announcesAt: Date, institutions = [world.institutionId]) =>
    moveAnnouncement(services().db, { actorId: rina, institutions, programId, announcesAt, reason: "Rapat pleno" });
  const later = new Date(daysFromNow(9));
  expect(await move(later, [])).toBe("unknown");
  expect(await move(new Date(Date.now() - 60_000))).toBe("past");
  expect(await move(later)).toBe("moved");
  const set = () => owner.selectFrom("programs").select("announces_at").executeTakeFirstOrThrow();
  expect((await set()).announces_at).toEqual(later);
  await publish(world, announcing(daysFromNow(6)));
  expect((await set()).announces_at).toEqual(later);
  const audits = await world.database.owner.sql`
    select actor_kind from audit_records where action = 'program.move_announcement'`;
  expect(audits).toEqual([{ actor_kind: "staff" }]);
  const jobs = await world.database.owner.sql`
    select run_at from graphile_worker.jobs where key = ${`announce:${programId}`}`;
  expect(jobs).toEqual([{ run_at: later }]);
  await dueNow();
  await announceVerdicts(world.database.worker.kysely, programId);
  expect(await move(new Date(daysFromNow(20)))).toBe("announced");
});

test("a program that is published anew without an announcement tells what it had held", async () => {
  const owner = world.database.owner.kysely;
  await sql`update programs set announced_at = null, announces_at = app_now() + interval '5 days'`.execute(owner);
  const { id } = await accepted();
  expect((await rowOf(id)).status).toBe("decided");
  await publish(world, readProgram(npwpPribadi));
  expect(await listProgramsToAnnounce(world.database.worker.kysely)).toEqual([programId]);
  expect(await announceVerdicts(world.database.worker.kysely, programId)).toBe(1);
  expect(await rowOf(id)).toMatchObject({ status: "accepted", announced_at: null });
});
