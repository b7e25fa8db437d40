import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DB } from "../../src/platform/db/generated/schema.ts";
import { foldEvents } from "../../src/program/workflow.ts";
import { personKey } from "../../src/registry/accounts/keys.ts";
import { sealAudit } from "../../src/registry/audit/seal.ts";
import { withdrawApplication } from "../../src/registry/applications/withdraw.ts";
import { acceptApplication } from "../../src/registry/reviews/accept.ts";
import { claimApplication, releaseApplication } from "../../src/registry/reviews/claim.ts";
import { asEvents, listHistory } from "../../src/registry/reviews/history.query.ts";
import { rejectApplication } from "../../src/registry/reviews/reject.ts";
import { returnApplication } from "../../src/registry/reviews/return.ts";
import { saveVerdicts } from "../../src/registry/reviews/verdicts.ts";
import { withStaff } from "../../src/registry/reviews/with-staff.ts";
import { anApplication, aReviewer, change, reviewWorld, submit, type ReviewWorld } from "../applications.ts";

/** The tables that are only added to, each with a column that a statement could set. */
const columns = {
  application_events: "kind",
  audit_records: "action",
  audit_leaves: "hash",
  audit_nodes: "hash",
  audit_heads: "root",
  program_versions: "definition",
  application_rounds: "pages",
} as const;
const history = Object.keys(columns) as (keyof typeof columns)[];

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
  await liveThroughEverything(world);
  // A transaction of another test on the same cluster may hold it up for a moment.
  while ((await sealAudit({ db: world.database.worker.kysely, keyring: world.keyring })) === 0) await sleep(20);
});
afterAll(() => world.close());

describe.each(["web", "worker", "staff"] as const)("as daftar_%s", (role) => {
  test.each(history)("%s can be neither changed nor emptied", async (table) => {
    const db = world.database[role].kysely;
    const [name, column] = [sql.table(table), sql.ref(columns[table])];
    for (const statement of [
      sql`update ${name} set ${column} = ${column}`,
      sql`delete from ${name}`,
      sql`truncate ${name} cascade`,
      sql`drop table ${name}`,
    ]) {
      await expect(statement.execute(db)).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("the guards of history cannot be switched off", async () => {
    const db = world.database[role].kysely;
    for (const table of history) {
      await expect(sql`alter table ${sql.table(table)} disable trigger all`.execute(db)).rejects.toMatchObject({
        code: "42501",
      });
    }
    await expect(sql`set session_replication_role = replica`.execute(db)).rejects.toMatchObject({ code: "42501" });
  });
});

test.each(history)("even the owner of the database cannot change %s by mistake", async (table) => {
  const db = world.database.owner.kysely;
  await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toMatchObject({ code: "42501" });
});

test("staff see no row of history outside the institutions of their request", async () => {
  const db = world.database.staff.kysely;
  for (const table of [
    "application_events",
    "application_rounds",
    "applications",
    "application_pages",
    "documents",
  ] as const) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db);
    expect(rows[0]?.count, table).toBe(0);
    const own = await withStaff(db, [world.institutionId], async (trx) => countOf(trx, table));
    expect(own, table).toBeGreaterThan(0);
  }
});

async function countOf(db: ReviewWorld["database"]["staff"]["kysely"], table: keyof DB): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db);
  return rows[0]?.count ?? 0;
}

test("every event of an application has its audit record, in the same transaction, by the same person", async () => {
  const { rows } = await sql<{ kind: string; alone: boolean }>`
    select e.kind, not exists (
      select from audit_records a
      where a.subject_id = e.application_id and a.subject_kind = 'application'
        and a.xmin = e.xmin and a.actor_id is not distinct from e.actor_id
        and a.actor_kind = e.actor_kind and a.institution_id = e.institution_id
        and a.action = 'application.' || ${verbOf(sql`e.kind`)}
    ) as alone from application_events e`.execute(world.database.owner.kysely);
  expect(rows.filter(({ alone }) => alone)).toEqual([]);
  // What this test would not notice if nothing of the kind had happened.
  expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([
    "accepted",
    "claimed",
    "rejected",
    "released",
    "returned",
    "started",
    "submitted",
    "withdrawn",
  ]);
});

test("the events of every application fold to the status, round, marks and number in its row", async () => {
  const db = world.database.owner.kysely;
  const applications = await db
    .selectFrom("applications")
    .select(["id", "account_id", "institution_id", "status", "round", "number", "marks"])
    .execute();
  for (const row of applications) {
    const key = await personKey(db, world.keyring, { accountId: row.account_id, institutionId: row.institution_id });
    const folded = foldEvents(asEvents(await listHistory(db, { applicationId: row.id, key })));
    expect({ status: folded.status, round: folded.round, number: folded.number ?? null, marks: folded.marks }).toEqual({
      status: row.status,
      round: row.round,
      number: row.number,
      marks: row.marks ?? [],
    });
  }
  expect(new Set(applications.map(({ status }) => status))).toEqual(
    new Set(["draft", "submitted", "in_review", "returned", "accepted", "rejected", "withdrawn"]),
  );
});

test("each submitted round is kept once, and each submission and decision wrote its letter", async () => {
  const { rows } = await sql<{ rounds: number; submissions: number; letters: number; decisions: number }>`select
    (select count(*)::int from application_rounds) as rounds,
    (select count(*)::int from application_events where kind = 'submitted') as submissions,
    (select count(*)::int from notices) as letters,
    (select count(*)::int from application_events where kind in ('submitted', 'returned', 'accepted', 'rejected')) as decisions
  `.execute(world.database.owner.kysely);
  expect(rows[0]?.rounds).toBe(rows[0]?.submissions);
  expect(rows[0]?.letters).toBe(rows[0]?.decisions);
});

test("no audit record says anything about a person beyond codes and ids", async () => {
  const { rows } = await sql<{ data: unknown }>`select data from audit_records`.execute(world.database.owner.kysely);
  for (const { data } of rows) expect(JSON.stringify(data)).not.toMatch(/Contoh|@|\d{16}/);
});

/** The verb in the audit of each kind of event. */
function verbOf(kind: ReturnType<typeof sql>) {
  return sql`case ${kind} when 'started' then 'start' when 'submitted' then 'submit' when 'claimed' then 'claim'
    when 'released' then 'release' when 'returned' then 'return' when 'accepted' then 'accept'
    when 'rejected' then 'reject' when 'withdrawn' then 'withdraw' end`;
}

/** One application to each end, some with detours. */
async function liveThroughEverything(at: ReviewWorld): Promise<void> {
  const reviewer = await aReviewer(at, at.institutionId);
  const services = { db: at.database.staff.kysely, keyring: at.keyring, catalog: at.catalog };
  const act = (applicationId: string, round = 1) => ({
    applicationId,
    institutions: [at.institutionId],
    actorId: reviewer,
    round,
  });
  const mark = async (id: string, round = 1) =>
    saveVerdicts(services, act(id, round), [
      { kind: "field", id: "nik", verdict: "wrong", reason: "tidak_sesuai", note: "Periksa." },
    ]);

  await anApplication(at).complete();
  await anApplication(at).submitted();
  const claimed = await anApplication(at).claimedBy(reviewer);
  await releaseApplication(services, act(claimed.id));
  await claimApplication(services, act(claimed.id));

  const corrected = await anApplication(at).claimedBy(reviewer);
  await mark(corrected.id);
  await returnApplication(services, { ...act(corrected.id), note: "Mohon diperbaiki." });
  await change(at, corrected, "identitas", { nik: "3171011705907001" });
  await submit(at, corrected);
  await claimApplication(services, act(corrected.id, 2));
  expect(await acceptApplication(services, act(corrected.id, 2))).toHaveProperty("number");

  const returned = await anApplication(at).claimedBy(reviewer);
  await mark(returned.id);
  await returnApplication(services, { ...act(returned.id), note: "" });

  const rejected = await anApplication(at).claimedBy(reviewer);
  await rejectApplication(services, { ...act(rejected.id), reasons: ["tidak_lengkap"], note: "Tidak lengkap." });

  const withdrawn = await anApplication(at).submitted();
  await withdrawApplication(at.database.web.kysely, { applicationId: withdrawn.id, accountId: withdrawn.accountId });
}
