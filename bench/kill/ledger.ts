import type { Db } from "../../src/platform/db/connect.ts";

/** Who must be found how, after a round. */
export interface Expected {
  /** Every application of the round. */
  readonly all: readonly string[];
  /** Complete, agreed and declared: must be submitted. */
  readonly ready: readonly string[];
  /** Whose owners were told that it is submitted. */
  readonly acknowledged: readonly string[];
  /** Not complete: must be locked, with what was missing. */
  readonly incomplete: readonly string[];
  /** Extensions of which the officer was told that they hold. */
  readonly extensions: number;
}

/**
 * Counts, for each thing that must hold after a closing, how many applications break it; everything is 0 when all is
 * well. `owner` sees all rows.
 */
export async function findBroken(owner: Db, expected: Expected): Promise<Readonly<Record<string, number>>> {
  const [row] = await owner.sql<Record<string, number>[]>`
    with one as materialized (
      select a.id, a.status, a.round, a.number,
        (select count(*) from application_rounds r where r.application_id = a.id) as rounds,
        (select count(*) from application_events e where e.application_id = a.id and e.kind = 'submitted') as submissions,
        (select count(*) from application_events e where e.application_id = a.id and e.kind = 'locked') as locks,
        (select count(*) from application_events e where e.application_id = a.id and e.kind = 'reopened') as reopenings,
        (select array_agg(e.data) from application_events e where e.application_id = a.id and e.kind = 'locked') as reasons,
        (select e.kind from application_events e where e.application_id = a.id order by e.at desc, e.id desc limit 1) as last,
        coalesce(u.submit_audits, 0) as submit_audits, coalesce(u.lock_audits, 0) as lock_audits,
        coalesce(n.submit_notices, 0) as submit_notices, coalesce(n.lock_notices, 0) as lock_notices,
        coalesce(n.notices, 0) as notices, coalesce(n.jobs, 0) as jobs,
        (select count(*) from account_identifiers i where i.account_id = a.account_id and i.kind = 'nik') as identities
      from applications a
      left join (
        select subject_id, count(*) filter (where action = 'application.submit') as submit_audits,
          count(*) filter (where action = 'application.lock') as lock_audits
        from audit_records where subject_kind = 'application' group by subject_id
      ) u on u.subject_id = a.id
      left join (
        select t.application_id, count(distinct t.id) as notices, count(j.id) as jobs,
          count(distinct t.id) filter (where t.kind = 'submitted') as submit_notices,
          count(distinct t.id) filter (where t.kind = 'locked') as lock_notices
        from notices t left join graphile_worker._private_jobs j on j.payload ->> 'noticeId' = t.id::text
        group by t.application_id
      ) n on n.application_id = a.id
      where a.id = any (${expected.all}::uuid[])
    )
    select
      count(*) filter (where status = 'draft')::int as still_drafts,
      count(*) filter (where id = any (${expected.ready}::uuid[]) and status <> 'submitted')::int as ready_not_submitted,
      count(*) filter (where id = any (${expected.acknowledged}::uuid[]) and status <> 'submitted')::int as acknowledged_and_lost,
      count(*) filter (where id = any (${expected.incomplete}::uuid[]) and status <> 'locked')::int as incomplete_not_locked,
      count(*) filter (where status = 'submitted' and not (round = 1 and number is not null and rounds = 1 and submissions = 1
        and submit_audits = 1 and submit_notices = 1 and identities = 1 and last = 'submitted'))::int as not_submitted_once,
      count(*) filter (where status <> 'submitted' and round + rounds + submissions + submit_audits + submit_notices > 0)::int
        as half_submitted,
      count(*) filter (where locks <> lock_audits or locks <> lock_notices
        or locks <> reopenings + (status = 'locked')::int or (status = 'locked' and last <> 'locked'))::int as not_locked_once,
      count(*) filter (where exists (select from unnest(reasons) r
        where r -> 'missing' = '[]' and r -> 'wanting' = '[]'))::int as locked_without_reason,
      count(*) filter (where jobs <> notices)::int as letters_without_one_job,
      count(*)::int - ${expected.all.length} as applications_gone,
      count(number)::int - count(distinct number)::int as numbers_given_twice,
      greatest(0, ${expected.extensions} - (select count(*) from program_extensions e
        where exists (select from audit_records u where u.action in ('program.extend', 'application.extend')
          and u.data ->> 'extension' = e.id::text)))::int as extensions_lost
    from one`;
  if (!row) throw new Error("nothing was counted");
  return Object.fromEntries(Object.entries(row).filter(([, count]) => count !== 0));
}
