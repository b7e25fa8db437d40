import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Something that was done with a person's data. Of staff it tells the institution, never who it was. */
export interface OwnTrace {
  readonly at: Date;
  readonly actorKind: "visitor" | "applicant" | "staff" | "system";
  /** Whether the person did it. */
  readonly own: boolean;
  /** noun.verb, as in the audit record. */
  readonly action: string;
  readonly institution: { readonly id: string; readonly en: string } | null;
  readonly subjectKind: string;
  /** The program of the application that it was done to, if it was one. */
  readonly title: { readonly id: string; readonly en: string } | null;
}

/** The trail of a person's data, newest first: `most` traces after the first `passed`. */
export async function listTrail(
  db: Kysely<DB>,
  accountId: string,
  { most, passed }: { readonly most: number; readonly passed: number },
): Promise<readonly OwnTrace[]> {
  const { rows } = await sql<OwnTrace>`
    select r.at, r.actor_kind as "actorKind", r.own, r.action, i.name as institution, r.subject_kind as "subjectKind",
      v.definition -> 'title' as title
    from own_trail(${accountId}::uuid, ${most}::integer, ${passed}::integer) r
    left join institutions i on i.id = r.institution_id
    left join documents d on r.subject_kind = 'document' and d.id = r.subject_id
    left join applications a on a.id = coalesce(d.application_id, case when r.subject_kind = 'application' then r.subject_id end)
    left join program_versions v on v.id = a.version_id
    order by r.at desc`.execute(db);
  return rows;
}
