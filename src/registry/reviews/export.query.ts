import { sql, type Transaction } from "kysely";
import type { Language } from "../../program/definition.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { notFound } from "../../platform/refusals.ts";
import { institutionKey } from "../accounts/keys.ts";
import { decidedStatus } from "../announcements/held.query.ts";
import { getName } from "../accounts/name.query.ts";
import { isUuid } from "../applications/load.query.ts";
import { recordAudit } from "../audit/record.ts";
import { unrestricted } from "../rights/restricted.query.ts";
import { exportSelections, purposeContext, type ExportSelection } from "./export.ts";

/** An export whose file may be fetched now. */
export interface ReadyExport {
  readonly id: string;
  readonly programId: string;
  readonly institutionId: string;
  readonly versionId: string;
  readonly slug: string;
  readonly zone: string;
  readonly format: "csv" | "xlsx";
  readonly language: Language;
  readonly columns: readonly string[];
  readonly applications: readonly string[];
  readonly part: number;
  readonly parts: number;
  readonly at: Date;
}

/**
 * The export of this id, for the officer who asked for it and within the hour; anything else is as
 * unknown as none. Each fetch is recorded. `trx` must come from `withStaff`.
 */
export async function fetchExport(
  trx: Transaction<DB>,
  input: { readonly exportId: string; readonly actorId: string },
): Promise<ReadyExport> {
  const row = isUuid(input.exportId)
    ? await trx
        .selectFrom("application_exports as x")
        .innerJoin("programs as p", "p.id", "x.program_id")
        .innerJoin("institutions as i", "i.id", "x.institution_id")
        .select(["x.id", "x.program_id", "x.institution_id", "x.format", "x.language", "x.columns", "x.applications"])
        .select(["x.part", "x.parts", "x.at", "p.version_id", "p.slug", "i.zone"])
        .where("x.id", "=", input.exportId)
        .where("x.actor_id", "=", input.actorId)
        .where("x.at", ">", sql<Date>`app_now() - interval '1 hour'`)
        .executeTakeFirst()
    : undefined;
  if (!row || row.version_id === null) throw notFound();
  await recordAudit(trx, {
    actorId: input.actorId,
    actorKind: "staff",
    action: "program.fetch_export",
    institutionId: row.institution_id,
    subjectKind: "program",
    subjectId: row.program_id,
    data: { export: row.id, people: row.applications.length },
  });
  return {
    id: row.id,
    programId: row.program_id,
    institutionId: row.institution_id,
    versionId: row.version_id,
    slug: row.slug,
    zone: row.zone,
    format: row.format,
    language: row.language,
    columns: row.columns,
    applications: row.applications,
    part: row.part,
    parts: row.parts,
    at: row.at,
  };
}

/** An export of the past: who took how much, for what. */
export interface PastExport {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly people: number;
  readonly purpose: string;
}

const MOST = 20;

/** The last exports of a program, the newest first. `trx` must come from `withStaff`. */
export async function listExports(
  trx: Transaction<DB>,
  keyring: Keyring,
  program: { readonly id: string; readonly institutionId: string },
): Promise<PastExport[]> {
  const rows = await trx
    .selectFrom("application_exports")
    .select(["id", "at", "actor_id", "purpose_sealed"])
    .select(sql<number>`cardinality(applications)`.as("people"))
    .where("program_id", "=", program.id)
    .orderBy("at", "desc")
    .limit(MOST)
    .execute();
  const key = await institutionKey(trx, keyring, program.institutionId);
  const past: PastExport[] = [];
  for (const { id, at, actor_id, purpose_sealed, people } of rows) {
    const purpose = open(key, purpose_sealed, purposeContext(id)).toString("utf8");
    past.push({ id, at, by: await getName(trx, keyring, actor_id), people, purpose });
  }
  return past;
}

/** How many people each selection of a program has. `trx` must come from `withStaff`. */
export async function countSelections(
  trx: Transaction<DB>,
  programId: string,
): Promise<Readonly<Record<ExportSelection, number>>> {
  const rows = await trx
    .selectFrom("applications")
    .select(decidedStatus().as("status"))
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("program_id", "=", programId)
    .where("round", ">", 0)
    .where("erased_at", "is", null)
    .where(unrestricted("applications"))
    .groupBy(decidedStatus())
    .execute();
  const count = (selection: ExportSelection) =>
    rows
      .filter(({ status }) => exportSelections[selection].some((known) => known === status))
      .reduce((sum, row) => sum + row.count, 0);
  return {
    all: count("all"),
    undecided: count("undecided"),
    accepted: count("accepted"),
    rejected: count("rejected"),
  };
}
