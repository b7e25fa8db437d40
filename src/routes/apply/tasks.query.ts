import { sql, type Kysely } from "kysely";
import type { Status } from "../../program/workflow.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound } from "../../platform/refusals.ts";
import { isUuid } from "../../registry/applications/load.query.ts";
import type { Progress } from "../../registry/applications/progress.ts";

/** What the task list shows of an application: nothing sealed, so nothing has to be opened. */
export interface ListedApplication {
  readonly id: string;
  readonly version_id: string;
  readonly status: Status;
  readonly progress: Progress;
  readonly complete: boolean;
  readonly updated_at: Date;
  readonly closes_at: Date | null;
  readonly zone: string;
  readonly institution: { readonly id: string; readonly en: string };
  readonly now: Date;
}

/** One read for the task list of the owner; 404 for anybody else. */
export async function readTaskList(db: Kysely<DB>, applicationId: string, accountId: string): Promise<ListedApplication> {
  if (!isUuid(applicationId)) throw notFound();
  const row = await db
    .selectFrom("applications as a")
    .innerJoin("programs as p", "p.id", "a.program_id")
    .innerJoin("institutions as i", "i.id", "a.institution_id")
    .select(["a.id", "a.version_id", "a.status", "a.progress", "a.complete", "a.updated_at", "p.closes_at", "i.zone"])
    .select("i.name as institution")
    .select(sql<Date>`app_now()`.as("now"))
    .where("a.id", "=", applicationId)
    .where("a.account_id", "=", accountId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row as unknown as ListedApplication;
}
