import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anApplication, aReviewer, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import type { PersonFacts } from "../../platform/sources/source.ts";
import { loadSubmitted } from "../reviews/submitted.query.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { spendQuestion } from "./budget.ts";
import { checkWaiting } from "./check.ts";
import { listSourceChecks } from "./checks.query.ts";
import { loadSource } from "./load.ts";
import { tableSource } from "./people.ts";
import { recheckSources } from "./recheck.ts";

let world: ReviewWorld;
let rina: string;
beforeAll(async () => {
  world = await reviewWorld();
  rina = await aReviewer(world, world.institutionId);
});
afterAll(() => world.close());

function staff() {
  return { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
}

async function check(asked: string[] = [], all = false) {
  const { database, keyring, catalog } = world;
  const db = database.worker.kysely;
  const sourceOf = (name: string) => {
    const source = tableSource(db, keyring, name);
    return {
      find: (nik: string) => {
        asked.push(nik);
        return source.find(nik);
      },
    };
  };
  await checkWaiting({ db, keyring, catalog, sourceOf }, { until: Date.now() + 20_000, all });
}

async function found(applicationId: string) {
  return withStaff(world.database.staff.kysely, [world.institutionId], async (trx) => {
    const [first] = await listSourceChecks(trx, await loadSubmitted(trx, staff(), applicationId));
    return first?.found;
  });
}

async function nikOf(applicationId: string): Promise<Record<string, string>> {
  return withStaff(world.database.staff.kysely, [world.institutionId], async (trx) => {
    const { current } = await loadSubmitted(trx, staff(), applicationId);
    return { ...current.typed["identitas"], ...current.typed["keluarga"] } as Record<string, string>;
  });
}

async function load(people: readonly (PersonFacts & { nik: string })[]) {
  const lines = people.map(({ nik, name = "", birth_date = "" }) => `${nik},"${name}",${birth_date}`);
  await loadSource(
    { owner: world.database.owner.kysely, keyring: world.keyring },
    {
      source: "dukcapil",
      csv: Readable.from([["nik,name,birth_date", ...lines].join("\n")]),
      onBadLine: ({ problem }) => expect.unreachable(problem),
    },
  );
}

it("lets a submission stand when the source is silent, asks it once for all, and again later", async () => {
  const first = await anApplication(world).submitted();
  const second = await anApplication(world).submitted();
  expect(await found(first.id)).toBeUndefined();
  const asked: string[] = [];
  await check(asked);
  expect(asked).toHaveLength(1);
  expect(await found(first.id)).toMatchObject({ outcome: "not_available", again: true });
  expect(await found(second.id)).toMatchObject({ outcome: "not_available", again: true });

  const typed = await nikOf(first.id);
  const { nik = "", nama: name = "" } = typed;
  await load([{ nik, name: `Hj. ${name.toUpperCase()}, S.E.`, birth_date: "1901-01-01" }]);
  await check(asked);
  expect(asked).toHaveLength(1);
  await world.database.owner.sql`update source_checks set next_at = app_now()`;
  await check(asked);
  expect(await found(first.id)).toMatchObject({ outcome: "different", facts: ["birth_date"], again: false });
  expect(await found(second.id)).toMatchObject({ outcome: "not_found", facts: [], again: false });

  const status = await world.database.owner.sql`select status from applications where id = ${first.id}`;
  expect(status).toMatchObject([{ status: "submitted" }]);
});

it("asks again when an officer wants to know, and records both without values", async () => {
  const { id } = await anApplication(world).submitted();
  await check();
  expect(await found(id)).toMatchObject({ outcome: "not_found" });
  const { nik = "", nama: name = "" } = await nikOf(id);
  await load([{ nik, name }]);
  await check();
  expect(await found(id)).toMatchObject({ outcome: "not_found" });
  await recheckSources(staff(), { applicationId: id, institutions: [world.institutionId], actorId: rina });
  await check();
  expect(await found(id)).toMatchObject({ outcome: "right" });
  const records = await world.database.owner.sql<{ action: string; data: object }[]>`
    select action, data from audit_records where subject_id = ${id} and action like '%check_source' order by at, id`;
  expect(records).toMatchObject([
    { action: "application.check_source", data: { outcome: "not_found", source: "dukcapil" } },
    { action: "application.recheck_source" },
    { action: "application.check_source", data: { outcome: "right", source: "dukcapil" } },
  ]);
  expect(JSON.stringify(records)).not.toContain(nik);
});

it("does not let another institution's staff see or repeat it", async () => {
  const application = await anApplication(world).submitted();
  const act = { applicationId: application.id, institutions: [], actorId: rina };
  await expect(recheckSources(staff(), act)).rejects.toMatchObject({ status: 404 });
});

it("goes on with the others when one cannot be compared, and says so", async () => {
  const broken = await anApplication(world).submitted();
  const whole = await anApplication(world).submitted();
  const { nik } = await nikOf(broken.id);
  const { database, keyring, catalog } = world;
  const db = database.worker.kysely;
  const find = (asked: string) =>
    asked === nik ? Promise.reject(new Error("a disk is full")) : Promise.resolve(undefined);
  const run = checkWaiting({ db, keyring, catalog, sourceOf: () => ({ find }) }, { until: Date.now() + 20_000 });
  await expect(run).rejects.toThrow("a disk is full");
  expect(await found(broken.id)).toBeUndefined();
  expect(await found(whole.id)).toMatchObject({ outcome: "not_found" });
});

it("waits for the next day when the budget of a source is spent, and counts for all workers together", async () => {
  const db = world.database.worker.kysely;
  const spent = await Promise.allSettled(Array.from({ length: 12 }, () => spendQuestion(db, "anggaran", 10)));
  expect(spent.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  const application = await anApplication(world).submitted();
  const { keyring, catalog } = world;
  const find = async () => {
    await spendQuestion(db, "anggaran", 10);
    return undefined;
  };
  await checkWaiting({ db, keyring, catalog, sourceOf: () => ({ find }) }, { until: Date.now() + 20_000 });
  expect(await found(application.id)).toMatchObject({ outcome: "not_available", again: true });
  const [row] = await world.database.owner.sql<{ next: string; right: boolean }[]>`
    select to_char(next_at at time zone 'Asia/Jakarta', 'HH24:MI:SS') as next,
      next_at > app_now() and next_at <= app_now() + interval '1 day' as right
    from source_checks where application_id = ${application.id}`;
  expect(row).toEqual({ next: "00:00:00", right: true });
});

it("looks at the last hour each minute, and at everything that is undecided when asked for all", async () => {
  const { id } = await anApplication(world).submitted();
  await world.database.owner
    .sql`update applications set submitted_at = app_now() - interval '2 hours' where id = ${id}`;
  await check();
  expect(await found(id)).toBeUndefined();
  await check([], true);
  expect(await found(id)).toMatchObject({ outcome: "not_found" });
});
