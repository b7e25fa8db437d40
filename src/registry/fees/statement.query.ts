import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound } from "../../platform/refusals.ts";
import { isUuid } from "../applications/load.query.ts";
import type { LineOutcome } from "./match-lines.ts";

/** A statement in the list. */
export interface ListedStatement {
  readonly id: string;
  readonly uploadedAt: Date;
  readonly zone: string;
  readonly lines: number;
  /** How many lines can still be recorded. */
  readonly matches: number;
}

/** The latest statements of one's institutions. Call it within `withStaff`. */
export async function listStatements(trx: Kysely<DB>): Promise<readonly ListedStatement[]> {
  const { rows } = await sql<ListedStatement>`
    select s.id, s.uploaded_at as "uploadedAt", i.zone, count(l.line)::int as lines,
        count(*) filter (where l.outcome = 'match')::int as matches
      from statements s join institutions i on i.id = s.institution_id
        left join statement_lines l on l.statement_id = s.id
      group by s.id, i.zone order by s.id desc limit 50`.execute(trx);
  return rows;
}

/** A line that somebody should look at. */
export interface ShownLine {
  readonly line: number;
  readonly day: string;
  readonly amount: number;
  readonly outcome: LineOutcome;
  readonly paymentId: string | null;
  readonly reference: string | null;
}

export interface Statement {
  readonly id: string;
  readonly uploadedAt: Date;
  readonly zone: string;
  readonly badLines: number;
  readonly debits: number;
  readonly counts: ReadonlyMap<LineOutcome, number>;
  /** What is not recorded, what needs somebody first. */
  readonly open: readonly ShownLine[];
}

const MOST_SHOWN = 200;

/** A statement with what its lines came to. Throws (404) for one of another institution. Call it within `withStaff`. */
export async function getStatement(trx: Kysely<DB>, id: string): Promise<Statement> {
  if (!isUuid(id)) throw notFound();
  const row = await trx
    .selectFrom("statements as s")
    .innerJoin("institutions as i", "i.id", "s.institution_id")
    .select(["s.id", "s.uploaded_at", "s.bad_lines", "s.debits", "i.zone"])
    .where("s.id", "=", id)
    .executeTakeFirst();
  if (!row) throw notFound();
  const counts = await sql<{ outcome: LineOutcome; count: number }>`
    select outcome, count(*)::int as count from statement_lines where statement_id = ${id}::uuid
      group by outcome`.execute(trx);
  const open = await sql<ShownLine>`
    select l.line, l.day::text as day, l.amount::float8 as amount, l.outcome, l.payment_id as "paymentId", p.reference
      from statement_lines l left join payments p on p.id = l.payment_id
      where l.statement_id = ${id}::uuid and l.outcome not in ('recorded', 'already', 'known')
      order by l.outcome = 'match', l.line limit ${MOST_SHOWN}`.execute(trx);
  return {
    id: row.id,
    uploadedAt: row.uploaded_at,
    zone: row.zone,
    badLines: row.bad_lines,
    debits: row.debits,
    counts: new Map(counts.rows.map(({ outcome, count }) => [outcome, count])),
    open: open.rows,
  };
}
