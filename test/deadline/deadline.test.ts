import { spawn } from "node:child_process";
import { once as event } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { closeProgram } from "../../src/registry/applications/close.ts";
import { submitApplication } from "../../src/registry/applications/submit.ts";
import { extendWindow } from "../../src/registry/windows/extend.ts";
import { closeIn, countEverything, deadlineWorld, once, unfolded, type DeadlineWorld } from "./world.ts";

let world: DeadlineWorld | undefined;
afterEach(async () => {
  await world?.database.close();
  world = undefined;
});

async function anOfficer({ database, ready }: DeadlineWorld): Promise<string> {
  // Any account will do: who may extend is the route's question.
  const [officer] = ready;
  if (!officer) throw new Error("nobody is there");
  await database.owner.sql`select 1`;
  return officer.accountId;
}

function byHand({ database }: DeadlineWorld, people: DeadlineWorld["ready"]) {
  return Promise.all(
    people.map(({ applicationId, accountId }) => submitApplication(database.web.kysely, { applicationId, accountId })),
  );
}

function startProcess({ database, ground }: DeadlineWorld, batch: number) {
  const file = join(import.meta.dirname, "closing-process.ts");
  const child = spawn(process.execPath, [file, database.url, ground.programId, String(batch)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, ended: event(child, "exit") };
}

test("nothing happens before the closing and its grace are over", async () => {
  world = await deadlineWorld({ ready: 3, silent: 1, begun: 1, grace: "PT10M" });
  const worker = world.database.worker.kysely;
  expect(await closeProgram(worker, world.ground.programId)).toEqual({ submitted: 0, locked: 0 });
  await closeIn(world, -300);
  expect(await closeProgram(worker, world.ground.programId)).toEqual({ submitted: 0, locked: 0 });
  // Within the grace whoever had the page open is still let through.
  const [first, second] = world.ready;
  expect(await byHand(world, first ? [first] : [])).toMatchObject([{ outcome: "submitted" }]);
  await closeIn(world, -601);
  expect(await byHand(world, second ? [second] : [])).toMatchObject([{ outcome: "closed" }]);
  expect(await closeProgram(worker, world.ground.programId)).toEqual({ submitted: 2, locked: 2 });
  expect(await closeProgram(worker, world.ground.programId)).toEqual({ submitted: 0, locked: 0 });
  expect(await countEverything(world)).toMatchObject(once(3, 2));
});

test("each complete draft is submitted once, by two workers and by hand in the same second", async () => {
  world = await deadlineWorld({ ready: 1_200, silent: 150, begun: 150, grace: "PT1M" });
  const { database, ground } = world;
  const hands = world.ready.slice(0, 200);
  await closeIn(world, -59);
  // Whoever presses the button now is in the grace; meanwhile the workers try again and again until it is over.
  const manual = byHand(world, hands);
  const workers = [0, 1].map(async () => {
    for (;;) {
      const { submitted } = await closeProgram(database.worker.kysely, ground.programId, 40);
      if (submitted > 0) return;
      await sleep(20);
      const [{ open } = { open: 0 }] = await database.owner.sql<
        { open: number }[]
      >`select count(*)::int as open from applications where status = 'draft'`;
      if (open === 0) return;
    }
  });
  const outcomes = await manual;
  await Promise.all(workers);
  for (const { outcome } of outcomes) expect(["submitted", "already", "closed"]).toContain(outcome);
  expect(await countEverything(world)).toEqual(once(1_200, 300));
  expect(await unfolded(world)).toEqual([]);
});

test("a worker killed in the middle loses nothing and repeats nothing", async () => {
  world = await deadlineWorld({ ready: 900, silent: 50, begun: 50 });
  const { database, ground } = world;
  await closeIn(world, -1);
  const processes = [startProcess(world, 20), startProcess(world, 20)];
  for (;;) {
    const [{ done } = { done: 0 }] = await database.owner.sql<
      { done: number }[]
    >`select count(*)::int as done from applications where status = 'submitted'`;
    if (done >= 100) break;
    await sleep(5);
  }
  for (const { child } of processes) child.kill("SIGKILL");
  await Promise.all(processes.map(({ ended }) => ended));
  const afterKill = await countEverything(world);
  expect(afterKill["submitted"]).toBeLessThan(900);
  expect(afterKill["submit_events"]).toBe(afterKill["submitted"]);
  await closeProgram(database.worker.kysely, ground.programId);
  expect(await countEverything(world)).toEqual(once(900, 100));
  expect(await unfolded(world)).toEqual([]);
});

test("an extension while it closes leaves each draft either closed before it or open after it, and reopens the locked", async () => {
  world = await deadlineWorld({ ready: 600, silent: 200, begun: 200 });
  const { database, ground } = world;
  await closeIn(world, -1);
  const closing = closeProgram(database.worker.kysely, ground.programId, 25);
  await sleep(60);
  const extended = await extendWindow(database.staff.kysely, {
    actorId: await anOfficer(world),
    institutions: [ground.institutionId],
    programId: ground.programId,
    applicationId: null,
    closesAt: new Date(Date.now() + 3_600_000),
    reason: "Gangguan layanan.",
  });
  expect(extended.outcome).toBe("extended");
  await closing;
  const after = await countEverything(world);
  expect(after["locked"]).toBe(0);
  expect((after["submitted"] ?? 0) + (after["drafts"] ?? 0)).toBe(1_000);
  expect(await unfolded(world)).toEqual([]);
  await closeIn(world, -1);
  await closeProgram(database.worker.kysely, ground.programId);
  expect(await countEverything(world)).toMatchObject({ submitted: 600, submit_events: 600, locked: 400, drafts: 0 });
  expect(await unfolded(world)).toEqual([]);
});

test("a NIK that two state is submitted for both, one that another account has proved locked with the reason", async () => {
  world = await deadlineWorld({ ready: 4, silent: 0, begun: 0 });
  const { database, ground, ready } = world;
  const [first, second, third, fourth] = ready.map(({ applicationId }) => applicationId);
  await database.owner.sql`
    update applications set identity_index = (select identity_index from applications where id = ${first ?? ""})
    where id = ${second ?? ""}`;
  await database.owner.sql`
    insert into account_identifiers (id, account_id, kind, blind_index, sealed, verified_at)
    select gen_random_uuid(), held.account_id, 'nik', wanted.identity_index, '', now()
    from applications held, applications wanted where held.id = ${third ?? ""} and wanted.id = ${fourth ?? ""}`;
  await closeIn(world, -1);
  expect(await closeProgram(database.worker.kysely, ground.programId)).toEqual({ submitted: 3, locked: 1 });
  const rows = await database.owner.sql`select data from application_events where kind = 'locked'`;
  expect(rows).toEqual([{ data: { missing: [], wanting: ["nik_taken"] } }]);
});

test("what was locked says what was missing", async () => {
  world = await deadlineWorld({ ready: 0, silent: 1, begun: 1 });
  const { database, ground, silent, begun } = world;
  await closeIn(world, -1);
  expect(await closeProgram(database.worker.kysely, ground.programId)).toEqual({ submitted: 0, locked: 2 });
  const rows = await database.owner.sql<{ application_id: string; data: { missing: string[]; wanting: string[] } }[]>`
    select application_id, data from application_events where kind = 'locked'`;
  const of = (id: string | undefined) => rows.find(({ application_id }) => application_id === id)?.data;
  expect(of(silent[0]?.applicationId)).toEqual({ missing: [], wanting: ["agreement", "declaration"] });
  expect(of(begun[0]?.applicationId)?.missing).toContain("foto_ktp");
});
