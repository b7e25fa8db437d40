import { sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Language } from "../../program/definition.ts";
import type { Status } from "../../program/workflow.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { seal } from "../../platform/keys/seal.ts";
import { institutionKey } from "../accounts/keys.ts";
import { decidedStatus } from "../announcements/held.query.ts";
import { recordAudit } from "../audit/record.ts";
import { unrestricted } from "../rights/restricted.query.ts";
import type { ReviewServices } from "./act.ts";
import { withStaff } from "./with-staff.ts";

/** How many people an officer may take out in one file, and in any 24 hours (security.md, mass extraction). */
export const mostExported = 500;

/** Whose applications are meant; a verdict that waits for its announcement counts here. Drafts, and what was withdrawn or ran out, are nobody's to export. */
export const exportSelections = {
  all: ["submitted", "in_review", "returned", "accepted", "rejected"],
  undecided: ["submitted", "in_review", "returned"],
  accepted: ["accepted"],
  rejected: ["rejected"],
} as const satisfies Record<string, readonly Status[]>;
export type ExportSelection = keyof typeof exportSelections;

export interface ExportAct {
  readonly actorId: string;
  /** Institutions in which the actor may export. */
  readonly institutions: readonly string[];
  readonly program: { readonly id: string; readonly institutionId: string };
  readonly selection: ExportSelection;
  /** From 1; a selection of more than `mostExported` people comes in parts. */
  readonly part: number;
  readonly columns: readonly string[];
  /** Those of the columns that hold specific personal data. */
  readonly specific: readonly string[];
  readonly purpose: string;
  readonly format: "csv" | "xlsx";
  readonly language: Language;
}

export type Exported =
  | { readonly exportId: string }
  | { readonly problem: "nobody" }
  /** `left` is how many more people the officer may still take out today. */
  | { readonly problem: "too_many"; readonly left: number };

/**
 * Decides whether an officer may take these applications out, and keeps what was taken, by whom and
 * for what, with an audit record of its own for each person. A refusal for the limit is recorded as
 * an alarm. Exports of one officer wait for each other, so that two at once never exceed the limit.
 */
export async function exportApplications(services: ReviewServices, act: ExportAct): Promise<Exported> {
  return withStaff(services.db, act.institutions, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`export ${act.actorId}`}, 0))`.execute(trx);
    const { ids, parts } = await select(trx, act);
    if (ids.length === 0) return { problem: "nobody" as const };
    const already = await countLately(trx, act.actorId);
    if (already + ids.length > mostExported) {
      await record(trx, act, "program.export_refused", { people: ids.length, already, alarm: true });
      return { problem: "too_many" as const, left: Math.max(0, mostExported - already) };
    }
    const exportId = uuidv7();
    const key = await institutionKey(trx, services.keyring, act.program.institutionId);
    await trx
      .insertInto("application_exports")
      .values({
        id: exportId,
        institution_id: act.program.institutionId,
        program_id: act.program.id,
        actor_id: act.actorId,
        format: act.format,
        language: act.language,
        columns: [...act.columns],
        applications: ids,
        part: act.part,
        parts,
        purpose_sealed: seal(key, act.purpose, purposeContext(exportId)),
      })
      .execute();
    await record(trx, act, "program.export", { export: exportId, people: ids.length, part: act.part });
    await recordEach(trx, act, { exportId, ids });
    return { exportId };
  });
}

/** Under which the purpose of an export is sealed. */
export function purposeContext(exportId: string): string {
  return `application_exports|purpose|${exportId}`;
}

async function select(trx: Transaction<DB>, act: ExportAct): Promise<{ ids: string[]; parts: number }> {
  const meant = trx
    .selectFrom("applications")
    .where("program_id", "=", act.program.id)
    .where("institution_id", "=", act.program.institutionId)
    .where("round", ">", 0)
    .where("erased_at", "is", null)
    .where(unrestricted("applications"))
    .where(decidedStatus(), "in", [...exportSelections[act.selection]]);
  const { count } = await meant.select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  const rows = await meant
    .select("id")
    .orderBy("submitted_at")
    .orderBy("id")
    .limit(mostExported)
    .offset((act.part - 1) * mostExported)
    .execute();
  return { ids: rows.map(({ id }) => id), parts: Math.ceil(count / mostExported) };
}

async function countLately(trx: Transaction<DB>, actorId: string): Promise<number> {
  const { people } = await trx
    .selectFrom("application_exports")
    .select(sql<number>`coalesce(sum(cardinality(applications)), 0)::integer`.as("people"))
    .where("actor_id", "=", actorId)
    .where("at", ">", sql<Date>`app_now() - interval '24 hours'`)
    .executeTakeFirstOrThrow();
  return people;
}

function record(
  trx: Transaction<DB>,
  act: ExportAct,
  action: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { columns, specific, selection, format } = act;
  return recordAudit(trx, {
    actorId: act.actorId,
    actorKind: "staff",
    action,
    institutionId: act.program.institutionId,
    subjectKind: "program",
    subjectId: act.program.id,
    data: { ...data, selection, columns, specific, format },
  });
}

/** The person may ask who took their data: each application has its own record. */
async function recordEach(
  trx: Transaction<DB>,
  act: ExportAct,
  { exportId, ids }: { readonly exportId: string; readonly ids: readonly string[] },
): Promise<void> {
  await trx
    .insertInto("audit_records")
    .values(
      ids.map((id) => ({
        id: uuidv7(),
        actor_id: act.actorId,
        actor_kind: "staff" as const,
        action: "application.export",
        institution_id: act.program.institutionId,
        subject_kind: "application" as const,
        subject_id: id,
        data: { export: exportId },
      })),
    )
    .execute();
}
