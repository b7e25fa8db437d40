import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Status } from "../../program/workflow.ts";

/** One of the person's applications, as their home lists it. */
export interface MyApplication {
  readonly id: string;
  readonly status: Status;
  readonly complete: boolean;
  readonly number: string | null;
  readonly receipt: string;
  readonly title: { readonly id: string; readonly en: string };
  readonly institution: { readonly id: string; readonly en: string };
  readonly zone: string;
  /** Its own closing, with every extension; null where there is none, or it stands still. */
  readonly closesAt: Date | null;
  readonly updatedAt: Date;
}

/** How many are listed; nobody has more. */
const MOST = 100;

/** The applications of a person, what changed last first. */
export async function listMyApplications(db: Kysely<DB>, accountId: string): Promise<readonly MyApplication[]> {
  return db
    .selectFrom("applications as a")
    .innerJoin("program_versions as v", "v.id", "a.version_id")
    .innerJoin("institutions as i", "i.id", "a.institution_id")
    .innerJoin("programs as p", "p.id", "a.program_id")
    .select(["a.id", "a.status", "a.complete", "a.number", "a.receipt", "i.zone"])
    .select(sql<{ id: string; en: string }>`i.name`.as("institution"))
    .select(sql<Date | null>`nullif(closes_at_of(p.closes_at, a.extended_until), 'infinity')`.as("closesAt"))
    .select(sql<{ id: string; en: string }>`v.definition -> 'title'`.as("title"))
    .select(sql<Date>`greatest(a.updated_at, a.submitted_at, a.decided_at)`.as("updatedAt"))
    .where("a.account_id", "=", accountId)
    .orderBy(sql`greatest(a.updated_at, a.submitted_at, a.decided_at)`, "desc")
    .limit(MOST)
    .execute();
}
