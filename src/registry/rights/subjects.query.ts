import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Something of a person about which they can ask: an application, or all that an institution keeps. */
export interface RightsSubject {
  /** Id of the application or of the institution. */
  readonly id: string;
  readonly institutionId: string;
  readonly institution: { readonly id: string; readonly en: string };
  /** Null where it is about all that the institution keeps. */
  readonly applicationId: string | null;
  /** Title of the program; null where it is about all that the institution keeps. */
  readonly title: { readonly id: string; readonly en: string } | null;
  /** Registration number or receipt of the application. */
  readonly number: string | null;
  /** Whether the person has restricted this institution already. */
  readonly restricted: boolean;
}

/** Everything about which a person can ask: their applications, the newest first, and then the institutions. */
export async function listSubjects(db: Kysely<DB>, accountId: string): Promise<readonly RightsSubject[]> {
  const { rows } = await sql<RightsSubject>`
    select a.id, a.institution_id as "institutionId", i.name as institution, a.id as "applicationId",
      v.definition -> 'title' as title, coalesce(a.number, a.receipt) as number,
      is_restricted(a.account_id, a.institution_id) as restricted, a.created_at
    from applications a
    join institutions i on i.id = a.institution_id
    join program_versions v on v.id = a.version_id
    where a.account_id = ${accountId}::uuid and a.erased_at is null
    union all
    select k.institution_id, k.institution_id, i.name, null, null, null,
      is_restricted(k.account_id, k.institution_id), null
    from person_keys k join institutions i on i.id = k.institution_id
    where k.account_id = ${accountId}::uuid
    order by created_at desc nulls last, id`.execute(db);
  return rows;
}

/** One of them; undefined for what is not the person's. */
export async function findSubject(db: Kysely<DB>, accountId: string, id: string): Promise<RightsSubject | undefined> {
  return (await listSubjects(db, accountId)).find((subject) => subject.id === id);
}
