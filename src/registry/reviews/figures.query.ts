import { sql, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** The weeks that figures look back. */
export const figureWeeks = 12;
const dayCount = 28;

export type Decision = "accepted" | "returned" | "rejected";

/** How often a reason was given in a week; of a return or rejection with several reasons, each counts once. */
export interface ReasonCount {
  readonly program: string;
  /** The Monday, as 2026-11-16. */
  readonly week: string;
  readonly kind: "returned" | "rejected";
  readonly reason: string;
  readonly count: number;
}

export interface DayCount {
  /** As 2026-11-21. */
  readonly day: string;
  readonly accepted: number;
  readonly returned: number;
  readonly rejected: number;
}

/** From the first submission to the first decision, of what was decided first in that week. */
export interface FirstDecision {
  readonly program: string;
  readonly week: string;
  readonly seconds: number;
}

/** From so many days since the submission on; up to the next bound. */
export const queueAges = [0, 1, 3, 7, 14] as const;

export interface Figures {
  readonly now: Date;
  readonly weeks: readonly string[];
  readonly reasons: readonly ReasonCount[];
  readonly days: readonly DayCount[];
  /** How many undecided applications are so old, in the order of `queueAges`. */
  readonly ages: readonly number[];
  readonly firstDecisions: readonly FirstDecision[];
}

/**
 * What the console counts, over the programs of the transaction's institutions or one of them. Only
 * codes and times are read; no count says anything of a person. `trx` must come from `withStaff`.
 */
export async function loadFigures(trx: Transaction<DB>, filter: { readonly program: string }): Promise<Figures> {
  const inProgram = filter.program === "" ? sql`true` : sql`p.slug = ${filter.program}`;
  const scope = sql`join programs p on p.id = a.program_id join institutions i on i.id = a.institution_id`;
  const { rows: reasons } = await sql<ReasonCount>`
    select p.slug as program, to_char(date_trunc('week', e.at at time zone i.zone), 'YYYY-MM-DD') as week, e.kind,
      r.reason, count(*)::integer as count
    from application_events e join applications a on a.id = e.application_id ${scope}
    cross join lateral (
      select mark ->> 'reason' from jsonb_array_elements(coalesce(e.data -> 'marks', '[]')) as mark
      union
      select jsonb_array_elements_text(coalesce(e.data -> 'reasons', '[]'))) as r (reason)
    where e.kind in ('returned', 'rejected') and ${since(figureWeeks * 7)} and r.reason <> '' and ${inProgram}
    group by 1, 2, 3, 4 order by 2, 1, 3, 5 desc, 4`.execute(trx);
  const { rows: decided } = await sql<{ day: string; kind: Decision; count: number }>`
    select to_char(e.at at time zone i.zone, 'YYYY-MM-DD') as day, e.kind, count(*)::integer as count
    from application_events e join applications a on a.id = e.application_id ${scope}
    where e.kind in ('accepted', 'returned', 'rejected') and ${since(dayCount)} and ${inProgram}
    group by 1, 2`.execute(trx);
  const { rows: aged } = await sql<{ at: number; count: number }>`
    select width_bucket(extract(epoch from app_now() - a.submitted_at) / 86400, array[1, 3, 7, 14]::numeric[]) as at,
      count(*)::integer as count
    from applications a ${scope}
    where a.status in ('submitted', 'in_review') and ${inProgram}
    group by 1`.execute(trx);
  const { rows: firstDecisions } = await sql<FirstDecision>`
    select f.program, f.week, extract(epoch from f.decided - f.submitted)::float8 as seconds
    from (
      select p.slug as program, to_char(date_trunc('week', e.at at time zone i.zone), 'YYYY-MM-DD') as week,
        e.at as decided, e.application_id,
        (select min(s.at) from application_events s where s.application_id = e.application_id and s.kind = 'submitted')
          as submitted
      from application_events e join applications a on a.id = e.application_id ${scope}
      where e.kind in ('accepted', 'returned', 'rejected') and e.round = 1 and ${since(figureWeeks * 7)} and ${inProgram}
    ) as f
    where f.submitted is not null`.execute(trx);
  const { rows } = await sql<{ now: Date; today: string; monday: string }>`
    select app_now() as now, to_char(t.here, 'YYYY-MM-DD') as today,
      to_char(date_trunc('week', t.here), 'YYYY-MM-DD') as monday
    from (select app_now() at time zone coalesce(min(zone), 'Asia/Jakarta') as here
      from institutions where id = any (staff_institutions())) as t`.execute(trx);
  const [clock] = rows;
  if (!clock) throw new Error("the database did not say what time it is");
  return {
    now: clock.now,
    weeks: backFrom(clock.monday, figureWeeks, 7),
    reasons,
    days: backFrom(clock.today, dayCount, 1).map((day) => ({
      day,
      accepted: countOf(decided, day, "accepted"),
      returned: countOf(decided, day, "returned"),
      rejected: countOf(decided, day, "rejected"),
    })),
    ages: queueAges.map((_, at) => aged.find((row) => row.at === at)?.count ?? 0),
    firstDecisions,
  };
}

/** The middle of the values, or undefined when there are none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

function since(days: number) {
  return sql`e.at >= app_now() - make_interval(days => ${days})`;
}

function countOf(rows: readonly { day: string; kind: Decision; count: number }[], day: string, kind: Decision): number {
  return rows.find((row) => row.day === day && row.kind === kind)?.count ?? 0;
}

/** So many days up to and with this one, every so many days, the oldest first. */
function backFrom(day: string, count: number, step: number): string[] {
  const last = Date.parse(day);
  return Array.from({ length: count }, (_, at) =>
    new Date(last - (count - 1 - at) * step * 86_400_000).toISOString().slice(0, 10),
  );
}
