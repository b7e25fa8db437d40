import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "../src/platform/db/connect.ts";
import { closeProgram } from "../src/registry/applications/close.ts";
import { begunDraft, completeDraft, prepareGround, type Ground } from "./ground.ts";
import type { Options } from "./options.ts";
import { readPages } from "./read-pages.ts";
import { percentile, type Result } from "./result.ts";
import { seedPeople } from "./seed.ts";
import { openStage, processorSeconds, type Stage, startApp } from "./stage.ts";

/** Both sides close in batches of this size, on as many connections at once. */
const batch = 5_000;
const lanes = 2;

/** Drafts of the floor: it only writes rows, so that fewer are enough to know its pace. */
const mostFloorDrafts = 25_000;

/**
 * How many complete drafts a second the closing submits: the function that the worker's job calls, from the first draft
 * to the last, while other people's pages are asked for. The floor is one bare statement per batch that moves the
 * status and writes event, audit record, notice and job.
 */
export async function benchDeadline(options: Options, tell: (line: string) => void): Promise<Result> {
  const stage = await openStage();
  try {
    const { origin } = await startApp(stage, undefined);
    tell(`deadline: making ${options.drafts} drafts …`);
    const window = {
      opens: new Date(Date.now() - 86_400_000).toISOString(),
      closes: new Date(Date.now() + 86_400_000).toISOString(),
      at_close: "submit_complete_and_lock",
    } as const;
    const ground = await prepareGround(stage, { window });
    const floorDrafts = await seedAgreed(stage, ground, Math.min(options.drafts, mostFloorDrafts));
    await stage.owner.sql`vacuum analyze`;
    const floorSeconds = await closeFloor(stage, ground);
    tell(`floor ${Math.round(floorDrafts / floorSeconds)}/s`);
    const drafts = await seedAgreed(stage, ground, options.drafts);
    const [reader] = await seedPeople(stage, ground, begunDraft(ground, 3), 1);
    if (!reader) throw new Error("Nobody reads.");
    // Who reads during the closing has a program that stays open: it is their page that must not wait.
    await stage.owner
      .sql`update applications set extended_until = app_now() + interval '1 day' where id = ${reader.applicationId}`;
    await stage.owner.sql`vacuum analyze`;
    await stage.owner.sql.unsafe("checkpoint").catch(() => undefined);
    const reading = readPages(origin, reader);
    await sleep(500);
    await stage.owner.sql`update programs set closes_at = app_now()`;
    const worker = connect({ url: stage.databaseUrl, role: "daftar_worker", max: lanes + 1 });
    const begun = performance.now();
    const closed = await closeProgram(worker.kysely, ground.programId, batch);
    const seconds = (performance.now() - begun) / 1000;
    const busy = await processorSecondsOf(stage);
    await worker.close();
    const times = (await reading.stop()).toSorted((a, b) => a - b);
    const lost = await countLost(stage, { drafts, floorDrafts, submitted: closed.submitted });
    if (lost > 0) tell(`${lost} rows in the database are not what they should be`);
    const cost = busy === undefined ? "?" : ((1e6 * busy) / drafts).toFixed(0);
    tell(
      `${drafts} drafts in ${seconds.toFixed(2)} s, ${cost} µs of processor time each; ${times.length} pages beside it`,
    );
    tell(`load average ${loadavg()[0]?.toFixed(1) ?? "?"}`);
    const [appRate, floorRate] = [drafts / seconds, floorDrafts / floorSeconds];
    return {
      name: "deadline",
      app_per_s: Math.round(appRate),
      floor_per_s: Math.round(floorRate),
      share: Number((appRate / floorRate).toFixed(3)),
      p50_ms: Number(percentile(times, 50).toFixed(2)),
      p99_ms: Number(percentile(times, 99).toFixed(2)),
      errors: lost + reading.errors(),
      seconds: Number((seconds + floorSeconds).toFixed(1)),
      connections: lanes,
    };
  } finally {
    await stage.ends.close();
  }
}

/** Processor time that the worker's connections have used in the database: unlike the rate, it hardly depends on the neighbours. */
async function processorSecondsOf(stage: Stage): Promise<number | undefined> {
  const rows = await stage.owner.sql<{ pid: number }[]>`
    select pid from pg_stat_activity where pid <> pg_backend_pid() and query ~ 'close_program_batch|programs_to_close'`;
  const times = rows.map(({ pid }) => processorSeconds(pid));
  return times.every((time) => time !== undefined) ? times.reduce((sum, time) => sum + time, 0) : undefined;
}

async function seedAgreed(stage: Stage, ground: Ground, count: number): Promise<number> {
  await seedPeople(stage, ground, completeDraft(ground), count);
  await stage.owner.sql`
    update applications set agreed_at = app_now(), declared_at = app_now() where status = 'draft' and agreed_at is null`;
  return count;
}

/** The bare statement, on as many connections at once as the closing; its rows are marked so that they can be told apart. */
async function closeFloor(stage: Stage, ground: Ground): Promise<number> {
  const pool = connect({ url: stage.databaseUrl, max: lanes });
  const { sql } = pool;
  await sql`select enqueue('send-notice', '{}')`;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (;;) {
        const { count } = await sql`
          with due as materialized (
            select id from applications where program_id = ${ground.programId} and status = 'draft' and complete
            limit ${batch} for update skip locked
          ), moved as (
            update applications a set status = 'submitted', submitted_at = app_now(), version = version + 1
            from due where a.id = due.id returning a.id, a.institution_id, a.account_id, a.language
          ), events as (
            insert into application_events (id, application_id, institution_id, kind, round, actor_kind)
            select fresh_id(), id, institution_id, 'submitted', 1, 'system' from moved
          ), audited as (
            insert into audit_records (id, actor_kind, action, institution_id, subject_kind, subject_id)
            select fresh_id(), 'system', 'floor', institution_id, 'application', id from moved
          ), written as (
            insert into notices (id, account_id, application_id, kind, language)
            select fresh_id(), account_id, id, 'floor', language from moved returning id
          )
          insert into graphile_worker._private_jobs (task_id, payload)
          select t.id, json_build_object('noticeId', w.id) from written w, graphile_worker._private_tasks t
          where t.identifier = 'send-notice'`;
        if (count === 0) return;
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  await pool.close();
  return seconds;
}

async function countLost(
  stage: Stage,
  expected: { drafts: number; floorDrafts: number; submitted: number },
): Promise<number> {
  const { drafts, floorDrafts, submitted } = expected;
  const [row] = await stage.owner.sql<Record<string, number>[]>`
    select
      (select count(*)::int from applications where status = 'submitted' and round = 1) as submitted,
      (select count(*)::int from application_rounds) as rounds,
      (select count(distinct subject_id)::int from audit_records where action = 'application.submit') as audited,
      (select count(*)::int from audit_records where action = 'application.submit') as audits,
      (select count(*)::int from notices where kind = 'submitted') as notices,
      (select count(*)::int from account_identifiers where kind = 'nik') as identities,
      (select count(*)::int - ${floorDrafts + 1} from graphile_worker.jobs where task_identifier = 'send-notice') as jobs,
      (select count(*)::int - ${floorDrafts} from application_events where kind = 'submitted') as events`;
  const counts = [...Object.values(row ?? {}), submitted];
  return counts.reduce((sum, count) => sum + Math.abs(count - drafts), 0);
}
