import { CompiledQuery, type Kysely } from "kysely";
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
  readonly paused: boolean;
  readonly agreed_at: Date | null;
  readonly declared_at: Date | null;
  readonly zone: string;
  readonly institution: { readonly id: string; readonly en: string };
  readonly now: Date;
  /** Pages and items that were left in the middle of typing, the last one first. */
  readonly left: readonly string[];
}

// The page that is opened most: its statement is text from the start, since building it costs as much as drawing a box.
const taskList = `
  select a.id, a.version_id, a.status, a.progress, a.complete, a.updated_at,
    nullif(closes_at_of(p.closes_at, a.extended_until), 'infinity') as closes_at,
    coalesce(a.extended_until = 'infinity', false) as paused, a.agreed_at, a.declared_at, i.zone, i.name as institution,
    app_now() as now,
    array(select g.page from application_pages g where g.application_id = a.id and g.unfinished
      order by g.updated_at desc) as "left"
  from applications a
  join programs p on p.id = a.program_id
  join institutions i on i.id = a.institution_id
  where a.id = $1 and a.account_id = $2`;

/** One read for the task list of the owner; 404 for anybody else. */
export async function readTaskList(
  db: Kysely<DB>,
  applicationId: string,
  accountId: string,
): Promise<ListedApplication> {
  if (!isUuid(applicationId)) throw notFound();
  const { rows } = await db.executeQuery<ListedApplication>(CompiledQuery.raw(taskList, [applicationId, accountId]));
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}
