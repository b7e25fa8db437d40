import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { DocumentProblem } from "./filter.ts";

/*
 * Conditions on a row `a` of applications that read only what stands in plain: states of documents,
 * codes of verdicts and reasons. Nothing is opened to find what is incomplete.
 */

/** The document is on this person's path and not there, or it was refused by the system or, in this round, by a reviewer. */
export function hasDocumentProblem({ state, slot }: DocumentProblem): RawBuilder<SqlBool> {
  if (state === "missing") {
    return sql<SqlBool>`jsonb_exists(a.progress, ${slot}) and not exists (
      select from documents d where d.application_id = a.id and d.slot = ${slot} and d.status <> 'removed')`;
  }
  return sql<SqlBool>`(exists (
      select from documents d where d.application_id = a.id and d.slot = ${slot} and d.status = 'refused')
    or exists (
      select from application_verdicts v
      where v.application_id = a.id and v.round = a.round and v.kind = 'document' and v.target = ${slot}
        and v.verdict = 'wrong'))`;
}

/** The last return named this reason. */
export function returnedFor(reason: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from (
      select e.data from application_events e
      where e.application_id = a.id and e.kind = 'returned'
      order by e.at desc, e.id desc limit 1) as last
    where last.data @> jsonb_build_object('marks', jsonb_build_array(jsonb_build_object('reason', ${reason}::text))))`;
}
