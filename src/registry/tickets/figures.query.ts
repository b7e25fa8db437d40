import { sql, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { queueAges } from "../reviews/figures.query.ts";

/** So many pages are named; the rest led few to ask. */
const PAGES = 20;

/** Days of Jakarta as 2026-11-21, both of them counted, and a category or "" for all. */
export interface TicketSpan {
  readonly from: string;
  readonly until: string;
  readonly category: string;
}

/** What became of the tickets that were asked in the span, each counted once. */
export interface TicketOutcomes {
  readonly asked: number;
  /** Answered for the first time, and not too late. */
  readonly answered: number;
  /** Without an answer when the first promise ended, whether one came afterwards or not. */
  readonly late: number;
  readonly waiting: number;
}

export interface TicketGroup extends TicketOutcomes {
  /** Name of the category's file. */
  readonly category: string;
  /** Promises that are kept or over; one that still runs is neither kept nor broken. */
  readonly due: number;
  /** Of these, kept. */
  readonly kept: number;
  /** Seconds within which half of all who asked had their first answer; infinite while fewer have one. */
  readonly half: number;
  /** The same for nine of ten. */
  readonly most: number;
}

export interface TicketFigures {
  /** Over all categories; its `category` is "". */
  readonly all: TicketGroup;
  /** By category, the most asked first. */
  readonly categories: readonly TicketGroup[];
  /** Every day of the span. */
  readonly days: readonly (TicketOutcomes & { readonly day: string })[];
  /** Open now, whenever they were asked, from so many days on in the order of `queueAges`. */
  readonly open: readonly { readonly due: number; readonly overdue: number }[];
  /** From which program's page people came, the most first; "" for none. */
  readonly programs: readonly { readonly program: string; readonly count: number }[];
  /** From which pages of programs, where that is known and the ticket is still kept, the most first. */
  readonly pages: readonly { readonly program: string; readonly page: string; readonly count: number }[];
}

/**
 * What is counted of an institution's tickets; it names nobody. Whoever still waits counts as waiting longer than anybody
 * who was answered: a median of the answered alone would praise whoever leaves the hard ones. What was merged counts in
 * the ticket that answers it, and what was erased as it stood then. `trx` must come from `withStaff`.
 */
export async function loadTicketFigures(trx: Transaction<DB>, span: TicketSpan): Promise<TicketFigures> {
  const inCategory = span.category === "" ? sql`true` : sql`t.category = ${span.category}`;
  const tickets = sql`
    with tickets_asked as (
      select t.category, t.program_slug, to_char(t.asked_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as day,
        t.seconds, t.is_kept, t.is_late
      from ticket_counts() t
      where t.asked_at >= ${span.from}::date::timestamp at time zone 'Asia/Jakarta'
        and t.asked_at < (${span.until}::date + 1)::timestamp at time zone 'Asia/Jakarta' and ${inCategory}
      union all
      select t.category, t.program_slug, to_char(t.day, 'YYYY-MM-DD'), t.seconds, t.is_kept, t.is_late
      from erased_tickets t where t.day between ${span.from}::date and ${span.until}::date and ${inCategory})`;
  const outcomes = sql`count(*)::integer as asked,
    count(*) filter (where seconds is not null and not is_late)::integer as answered,
    count(*) filter (where is_late)::integer as late,
    count(*) filter (where seconds is null and not is_late)::integer as waiting`;
  const { rows: groups } = await sql<TicketGroup>`${tickets}
    select coalesce(category, '') as category, ${outcomes},
      count(*) filter (where is_kept or is_late)::integer as due, count(*) filter (where is_kept)::integer as kept,
      ${answeredWithin(0.5)} as half, ${answeredWithin(0.9)} as most
    from tickets_asked group by grouping sets ((category), ()) order by grouping(category) desc, asked desc, category`.execute(
    trx,
  );
  const { rows: days } = await sql<TicketOutcomes & { day: string }>`${tickets}
    select to_char(d, 'YYYY-MM-DD') as day, ${outcomesOf(["asked", "answered", "late", "waiting"])}
    from generate_series(${span.from}::date, ${span.until}::date, interval '1 day') as d
    left join (select day, ${outcomes} from tickets_asked group by day) as counted
      on counted.day = to_char(d, 'YYYY-MM-DD')
    order by d`.execute(trx);
  const { rows: programs } = await sql<{ program: string; count: number }>`${tickets}
    select coalesce(program_slug, '') as program, count(*)::integer as count
    from tickets_asked group by 1 order by 2 desc, 1`.execute(trx);
  const { rows: pages } = await sql<TicketFigures["pages"][number]>`
    select t.program_slug as program, t.program_page as page, count(*)::integer as count
    from tickets t
    where t.program_page is not null and t.merged_into is null and ${inCategory}
      and t.asked_at >= ${span.from}::date::timestamp at time zone 'Asia/Jakarta'
      and t.asked_at < (${span.until}::date + 1)::timestamp at time zone 'Asia/Jakarta'
    group by 1, 2 order by 3 desc, 1, 2 limit ${PAGES}`.execute(trx);
  const [all, ...categories] = groups;
  if (!all) throw new Error("the database did not count the tickets");
  return { all, categories, days, open: await countOpen(trx, span.category), programs, pages };
}

function answeredWithin(share: number) {
  return sql`coalesce(percentile_disc(${share}) within group (order by coalesce(seconds, 'infinity')), 'infinity')::float8`;
}

function outcomesOf(names: readonly string[]) {
  return sql.join(names.map((name) => sql`coalesce(${sql.ref(name)}, 0) as ${sql.ref(name)}`));
}

async function countOpen(trx: Transaction<DB>, category: string): Promise<TicketFigures["open"]> {
  const { rows } = await sql<{ due: number; overdue: number }>`
    select coalesce(due, 0) as due, coalesce(overdue, 0) as overdue
    from generate_series(0, ${queueAges.length - 1}) as bucket
    left join (
      select width_bucket(extract(epoch from app_now() - asked_at) / 86400, ${queueAges.slice(1)}::numeric[]) as bucket,
        count(*) filter (where due_at is null or due_at >= app_now())::integer as due,
        count(*) filter (where due_at < app_now())::integer as overdue
      from tickets
      where status <> 'answered' and (${category} = '' or category = ${category})
      group by 1) as counted using (bucket)
    order by bucket`.execute(trx);
  return rows;
}
