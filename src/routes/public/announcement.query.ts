import { sql, type Kysely } from "kysely";
import type { Status } from "../../program/workflow.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

/** How many numbers stand in one file of the announcement. */
export const linesPerPaper = 1_000;

/** What everybody may know of an application: its number, and what became of it. */
export interface AnnouncedLine {
  /** The registration number, or else that of the receipt. */
  readonly number: string;
  readonly verdict: "accepted" | "rejected" | "again";
  /** When the verdict came or changed after the announcement. */
  readonly changedAt: Date | null;
}

export interface Announced {
  readonly lines: readonly AnnouncedLine[];
  readonly accepted: number;
  readonly rejected: number;
  /** How many lines there are in all, or under the number asked for. */
  readonly total: number;
  readonly now: Date;
}

interface Row {
  readonly number: string;
  readonly status: Status;
  readonly verdict_changed_at: Date | null;
}

/** The announced verdicts of a program in the order of their numbers, from a place on; with `number` only that one. */
export async function listAnnounced(
  db: Kysely<DB>,
  input: { readonly programId: string; readonly number?: string; readonly from: number; readonly most: number },
): Promise<Announced> {
  const { programId, number, from, most } = input;
  const ours = sql`a.program_id = ${programId}::uuid and a.announced_at is not null and a.status <> 'withdrawn'`;
  const { rows: counts } = await sql<{ accepted: number; rejected: number; total: number; now: Date }>`
    select count(*) filter (where a.status = 'accepted') as accepted,
      count(*) filter (where a.status in ('rejected', 'appealed')) as rejected, count(*) as total, app_now() as now
    from applications a where ${ours}`.execute(db);
  const [count] = counts;
  if (!count) throw new Error("the database counted nothing");
  // The registration number is looked for where it is indexed; a receipt's has an index of its own.
  const found =
    number === undefined ? sql`true` : sql`(coalesce(a.number, a.receipt) = ${number} or a.receipt = ${number})`;
  const { rows } = await sql<Row>`
    select coalesce(a.number, a.receipt) as number, a.status, a.verdict_changed_at
    from applications a where ${ours} and ${found}
    order by coalesce(a.number, a.receipt) limit ${most} offset ${from}`.execute(db);
  return { ...count, total: number === undefined ? count.total : rows.length, lines: rows.map(asLine) };
}

/** An appeal is between the applicant and the institution: until it is granted, the verdict stands. */
function asLine({ number, status, verdict_changed_at }: Row): AnnouncedLine {
  const verdict =
    status === "accepted" ? status : status === "rejected" || status === "appealed" ? "rejected" : "again";
  return { number, verdict, changedAt: verdict_changed_at };
}
