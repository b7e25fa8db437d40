import { sql } from "kysely";
import { completeDraft, begunDraft, prepareGround, type Ground } from "../../bench/ground.ts";
import { seedPeople, type Person } from "../../bench/seed.ts";
import { randomKeyring, type Keyring } from "../../src/platform/keys/keyring.ts";
import { foldEvents } from "../../src/program/workflow.ts";
import { asEvents } from "../../src/registry/reviews/history.query.ts";
import { testDatabase, type TestDatabase } from "../database.ts";
import { daysFromNow } from "../seed.ts";

/** A program that submits complete drafts at its closing, with many drafts. */
export interface DeadlineWorld {
  readonly database: TestDatabase;
  readonly keyring: Keyring;
  readonly ground: Ground;
  /** Complete, agreed and declared; complete but not agreed; only begun. */
  readonly ready: readonly Person[];
  readonly silent: readonly Person[];
  readonly begun: readonly Person[];
}

/** Makes a `DeadlineWorld` whose program closes tomorrow. */
export async function deadlineWorld(counts: {
  ready: number;
  silent: number;
  begun: number;
  grace?: string;
}): Promise<DeadlineWorld> {
  const database = await testDatabase();
  const keyring = randomKeyring();
  const stage = { owner: database.owner, keyring };
  const ground = await prepareGround(stage, {
    window: {
      opens: daysFromNow(-30),
      closes: daysFromNow(1),
      at_close: "submit_complete_and_lock",
      ...(counts.grace === undefined ? {} : { grace: counts.grace }),
    },
    number: { pattern: "U-{year}-{sequence:5}", given: "submit", kind: "fast" },
  });
  const ready = await seedPeople(stage, ground, completeDraft(ground), counts.ready);
  const silent = await seedPeople(stage, ground, completeDraft(ground), counts.silent);
  const begun = await seedPeople(stage, ground, begunDraft(ground, 2), counts.begun);
  await database.owner.sql`
    update applications set agreed_at = app_now(), declared_at = app_now()
    where id = any (${ready.map(({ applicationId }) => applicationId)}::uuid[])`;
  // Made in bulk, the drafts have no beginning in their history; nothing here asks for it.
  return { database, keyring, ground, ready, silent, begun };
}

/** Moves the closing to so many seconds from now (before now: it is over), as if time had passed. */
export async function closeIn(world: DeadlineWorld, seconds: number): Promise<void> {
  await sql`update programs set closes_at = app_now() + ${seconds} * interval '1 second'`.execute(
    world.database.owner.kysely,
  );
}

/** Everything that is there once for each submission and each lock, counted. */
export async function countEverything(world: DeadlineWorld) {
  const [row] = await world.database.owner.sql<Record<string, number>[]>`
    select
      (select count(*)::int from applications where status = 'submitted' and round = 1 and number is not null) as submitted,
      (select count(distinct number)::int from applications where number is not null) as numbers,
      (select count(*)::int from application_rounds where round = 1) as rounds,
      (select count(*)::int from application_events where kind = 'submitted') as submit_events,
      (select count(distinct application_id)::int from application_events where kind = 'submitted') as submit_events_distinct,
      (select count(*)::int from audit_records where action = 'application.submit') as submit_audits,
      (select count(*)::int from notices where kind = 'submitted') as submit_notices,
      (select count(*)::int from applications where status = 'locked') as locked,
      (select count(*)::int from application_events where kind = 'locked') as lock_events,
      (select count(*)::int from audit_records where action = 'application.lock') as lock_audits,
      (select count(*)::int from notices where kind = 'locked') as lock_notices,
      (select count(*)::int from graphile_worker.jobs where task_identifier = 'send-notice') as jobs,
      (select count(distinct payload ->> 'noticeId')::int from graphile_worker._private_jobs
        where payload ->> 'noticeId' is not null) as jobs_distinct,
      (select count(*)::int from account_identifiers where kind = 'nik') as identities,
      (select count(*)::int from applications where status = 'draft') as drafts`;
  if (!row) throw new Error("nothing was counted");
  return row;
}

/** What `countEverything` must give when so many were submitted and locked, each once. */
export function once(submitted: number, locked: number) {
  return {
    submitted,
    numbers: submitted,
    rounds: submitted,
    submit_events: submitted,
    submit_events_distinct: submitted,
    submit_audits: submitted,
    submit_notices: submitted,
    locked,
    lock_events: locked,
    lock_audits: locked,
    lock_notices: locked,
    jobs: submitted + locked,
    jobs_distinct: submitted + locked,
    identities: submitted,
    drafts: 0,
  };
}

/** Ids of applications whose events do not add up to their status and round. */
export async function unfolded(world: DeadlineWorld): Promise<readonly string[]> {
  const rows = await world.database.owner.sql<
    {
      id: string;
      status: string;
      round: number;
      events: { kind: "submitted" | "locked" | "reopened"; round: number; by: "system" | "applicant" | "staff" }[];
    }[]
  >`
    select a.id, a.status, a.round, coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'round', e.round, 'by', e.actor_kind)
      order by e.at, e.id) from application_events e where e.application_id = a.id), '[]') as events
    from applications a`;
  return rows
    .filter(({ status, round, events }) => {
      const history = events.map((event) => ({
        ...event,
        at: new Date(),
        actorId: null,
        actorKind: event.by,
        marks: [],
        reasons: [],
        number: undefined,
        note: undefined,
      }));
      const folded = foldEvents(asEvents(history));
      return folded.status !== status || folded.round !== round;
    })
    .map(({ id }) => id);
}
