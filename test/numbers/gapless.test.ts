import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { completeDraft, prepareGround, type Ground } from "../../bench/ground.ts";
import { seedPeople, type Person } from "../../bench/seed.ts";
import { randomKeyring } from "../../src/platform/keys/keyring.ts";
import { closeProgram } from "../../src/registry/applications/close.ts";
import { submitApplication } from "../../src/registry/applications/submit.ts";
import { sealAudit } from "../../src/registry/audit/seal.ts";
import { giveGaplessNumbers } from "../../src/registry/numbers/give-gapless.ts";
import { publishProgram } from "../../src/registry/programs/publish.ts";
import { testDatabase, type TestDatabase } from "../database.ts";
import { npwpPribadi, readProgram } from "../programs/compiled.ts";
import { daysFromNow } from "../seed.ts";

const keyring = randomKeyring();
const number = { pattern: "BUKU/{year}/{sequence:4}", given: "submit", kind: "gapless" } as const;
const year = new Date().getFullYear();

let database: TestDatabase;
let ground: Ground;
beforeAll(async () => {
  database = await testDatabase();
  const window = { opens: daysFromNow(-30), closes: daysFromNow(1), at_close: "submit_complete_and_lock" } as const;
  ground = await prepareGround({ owner: database.owner, keyring }, { window, number });
});
afterAll(() => database.close());

function seed(count: number): Promise<Person[]> {
  return seedPeople({ owner: database.owner, keyring }, ground, completeDraft(ground), count);
}

/** Seals and gives until every deed has its number. */
async function giveAll(count: number): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    await sealAudit({ db: database.worker.kysely, keyring });
    await giveGaplessNumbers(database.worker.kysely);
    if ((await numbersInOrder()).length === count) return;
    await sleep(20);
  }
  throw new Error(`there never were ${count} numbers`);
}

/** The numbers of all submissions in the order in which they stand in the record. */
async function numbersInOrder(): Promise<readonly string[]> {
  const rows = await database.owner.sql<{ number: string }[]>`
    select a.number from applications a
    join audit_records r on r.subject_id = a.id and r.action = 'application.submit'
    join audit_leaves l on l.record_id = r.id
    where a.number is not null order by l.position`;
  return rows.map((row) => row.number);
}

function counted(from: number, upTo: number): readonly string[] {
  return Array.from({ length: upTo - from + 1 }, (_, at) => `BUKU/${year}/${String(from + at).padStart(4, "0")}`);
}

class RolledBack extends Error {}

/** Submits, and undoes every fourth submission before it is done once more. */
async function submitWithFailures({ applicationId, accountId }: Person, nth: number): Promise<void> {
  if (nth % 4 === 0) {
    const failing = database.web.kysely.transaction().execute(async (trx) => {
      expect(await submitApplication(trx, { applicationId, accountId })).toMatchObject({ outcome: "submitted" });
      throw new RolledBack();
    });
    await expect(failing).rejects.toThrow(RolledBack);
  }
  const submitted = await submitApplication(database.web.kysely, { applicationId, accountId });
  expect(submitted).toMatchObject({ outcome: "submitted", number: null });
}

test("2 000 submissions at once, a quarter undone in between, have the numbers 1 to n in the order of the record though givers are killed", async () => {
  const people = await seed(2_000);
  const state = { done: false };
  const submitting = Promise.all(people.map(submitWithFailures)).finally(() => (state.done = true));
  let killed = 0;
  while (!state.done || killed < 5) {
    const givers = [spawnGiver(), spawnGiver()];
    await Promise.all(givers.map((giver) => once(giver.stdout, "data")));
    await sleep(20 + ((killed * 67) % 180));
    const exits = givers.map((giver) => once(giver, "exit"));
    for (const giver of givers) giver.kill("SIGKILL");
    await Promise.all(exits);
    killed += 1;
  }
  await submitting;
  await giveAll(2_000);
  expect(await numbersInOrder()).toEqual(counted(1, 2_000));
  const [row] = await database.owner.sql`
    select (select count(*)::int from audit_records where action = 'application.number') as audits,
      (select count(distinct subject_id)::int from audit_records where action = 'application.number') as audited,
      (select last::int from gapless_series) as last`;
  expect(row).toEqual({ audits: 2_000, audited: 2_000, last: 2_000 });
}, 240_000);

test("a batch that fails gives nothing, and is given wholly later", async () => {
  const people = await seed(3);
  for (const [nth, person] of people.entries()) await submitWithFailures(person, nth + 1);
  // The last of the three is refused its number, after the others were given theirs.
  await database.owner
    .sql`alter table applications add constraint a_fault check (number is null or number not like '%/2003')`;
  await sealUntilFailure();
  expect(await numbersInOrder()).toHaveLength(2_000);
  await database.owner.sql`alter table applications drop constraint a_fault`;
  await giveAll(2_003);
  expect(await numbersInOrder()).toEqual(counted(1, 2_003));
});

async function sealUntilFailure(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    await sealAudit({ db: database.worker.kysely, keyring });
    const failure = await giveGaplessNumbers(database.worker.kysely).catch((error: unknown) => error);
    if (failure instanceof Error) return expect(failure.message).toContain("a_fault");
    await sleep(20);
  }
  throw new Error("no batch failed");
}

test("what the closing submits is numbered after what was submitted before it", async () => {
  const people = await seed(60);
  await database.owner.sql`update applications set agreed_at = app_now(), declared_at = app_now()
    where id = any (${people.map(({ applicationId }) => applicationId)}::uuid[])`;
  await database.owner.sql`update programs set closes_at = app_now() - interval '1 second'`;
  expect(await closeProgram(database.worker.kysely, ground.programId, 25)).toEqual({ submitted: 60, locked: 0 });
  await giveAll(2_063);
  expect(await numbersInOrder()).toEqual(counted(1, 2_063));
});

test("a program without gaps stays so, and one with gaps at submission cannot become so", async () => {
  const program = { ...readProgram(npwpPribadi), number };
  const owner = database.owner.kysely;
  await expect(publishProgram(owner, { ...program, number: { ...number, kind: "fast" } }, null)).rejects.toThrow(
    "given without gaps",
  );
  const other = { ...program, program: "cepat", number: { ...number, pattern: "C-{sequence}", kind: "fast" as const } };
  await publishProgram(owner, other, null);
  await expect(
    publishProgram(owner, { ...other, number: { ...other.number, kind: "gapless" as const } }, null),
  ).rejects.toThrow("need a new program");
});

test("neither the web nor the staff process can give a number", async () => {
  for (const pool of [database.web, database.staff]) {
    await expect(pool.sql`select * from give_gapless_numbers(${ground.programId}, 10)`).rejects.toThrow(
      /permission denied/,
    );
    await expect(pool.sql`update gapless_series set last = 0`).rejects.toThrow(/permission denied/);
  }
});

function spawnGiver() {
  const process_ = [join(import.meta.dirname, "giving-process.ts"), database.url, keyring.audit.toString("hex")];
  return spawn(process.execPath, process_, { stdio: ["ignore", "pipe", "ignore"] });
}
