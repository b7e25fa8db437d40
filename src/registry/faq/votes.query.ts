import { sql, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** What readers said of one answer. */
export interface JudgedAnswer {
  readonly place: string;
  readonly slug: string;
  readonly question: { readonly id: string; readonly en: string };
  readonly helped: number;
  readonly failed: number;
}

/** So many are named; the rest helps nobody to write better. */
const NAMED = 10;

/**
 * Answers of the transaction's institutions and of the platform that were judged on these days of Jakarta, those that
 * failed most often first. `trx` must come from `withStaff`.
 */
export async function listJudged(
  trx: Transaction<DB>,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly JudgedAnswer[]> {
  const { rows } = await sql<JudgedAnswer>`
    select e.place, e.slug, e.question, sum(v.helped)::integer as helped, sum(v.failed)::integer as failed
    from faq_votes v join faq_entries e on e.id = v.entry_id
    where v.day between ${from}::date and ${until}::date
      and (e.institution_id is null or e.institution_id = any (staff_institutions()))
    group by e.id order by failed desc, helped desc, e.place, e.slug limit ${NAMED}`.execute(trx);
  return rows;
}
