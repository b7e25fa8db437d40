import { sql, type ExpressionBuilder, type SqlBool, type Transaction } from "kysely";
import type { CompiledProgram } from "../../../program/compile.ts";
import type { Status } from "../../../program/workflow.ts";
import type { DB } from "../../../platform/db/generated/schema.ts";
import { openPersonKey } from "../../../registry/accounts/keys.ts";
import type { ReviewServices } from "../../../registry/reviews/act.ts";
import { nikElsewhere, type NikElsewhere } from "../../../registry/applications/identity.ts";
import { dueAt } from "../../../registry/reviews/due.ts";
import { listHolidays } from "../../../registry/reviews/holidays.query.ts";
import { stageOf } from "../../../registry/reviews/stage.ts";
import { unrestricted } from "../../../registry/rights/restricted.query.ts";
import { openApplicantName } from "../../../registry/reviews/submitted.query.ts";
import { drawers, type Drawer, type QueueFilter } from "./filter.ts";
import { hasDocumentProblem, returnedFor } from "./problems.query.ts";
import { findApplications } from "./search.query.ts";

/** A line of the queue. */
export interface QueueRow {
  readonly id: string;
  readonly receipt: string;
  readonly number: string | null;
  readonly name: string;
  readonly compiled: CompiledProgram;
  readonly status: Status;
  readonly round: number;
  readonly mine: boolean;
  /** Whether its e-mail address is to be looked at: the domain is on no list. */
  readonly unknownAddress: boolean;
  /** What other accounts do with its NIK, which an officer then compares with the KTP. */
  readonly nikElsewhere: NikElsewhere | undefined;
  readonly submittedAt: Date;
  readonly zone: string;
  /** When the decision is due; undefined when nothing is promised or it is decided. */
  readonly due: Date | undefined;
}

export interface Queue {
  readonly rows: readonly QueueRow[];
  /** How many there are in each drawer under the same program, age and search. */
  readonly counts: Readonly<Record<Drawer, number>>;
  readonly now: Date;
}

export const rowsPerPage = 25;

/** One page of the queue; only the names of the rows shown are opened. `trx` must come from `withStaff`. */
export async function listQueue(
  trx: Transaction<DB>,
  services: Omit<ReviewServices, "db">,
  input: { readonly filter: QueueFilter; readonly actorId: string; readonly limit?: number },
): Promise<Queue> {
  const { filter, actorId, limit = rowsPerPage } = input;
  const found = filter.search === "" ? undefined : await findApplications(trx, services.keyring, filter.search);
  const counted = await trx
    .selectFrom("applications as a")
    .innerJoin("programs as p", "p.id", "a.program_id")
    .where((eb) => narrowed(eb, filter, found))
    .select(sql<Date>`app_now()`.as("now"))
    .select((eb) =>
      ([...drawers, "open"] as const).map((drawer) =>
        eb.fn
          .countAll<number>()
          .filterWhere(inDrawer(eb, drawer, actorId))
          .as(drawer),
      ),
    )
    .executeTakeFirstOrThrow();
  const { now, ...counts } = counted;
  const holidays = await listHolidays(trx);
  const newestFirst = filter.drawer === "decided";
  const rows = await trx
    .selectFrom("applications as a")
    .innerJoin("programs as p", "p.id", "a.program_id")
    .innerJoin("institutions as i", "i.id", "a.institution_id")
    .innerJoin("person_keys as k", (join) =>
      join.onRef("k.account_id", "=", "a.account_id").onRef("k.institution_id", "=", "a.institution_id"),
    )
    .select([
      "a.id",
      "a.account_id",
      "a.institution_id",
      "a.version_id",
      "a.receipt",
      "a.number",
      "a.status",
      "a.round",
    ])
    .select(["a.claimed_by", "a.submitted_at", "a.name_sealed", "a.unknown_address", "i.zone", "k.key_wrapped"])
    .select(
      sql<NikElsewhere | null>`(select ${nikElsewhere(sql.ref("a.account_id"))} from account_identifiers i
        where i.kind = 'nik' and (i.blind_index = a.identity_index or i.blind_index_b = a.identity_index_b))`.as(
        "nik_elsewhere",
      ),
    )
    .where((eb) => eb.and([narrowed(eb, filter, found), inDrawer(eb, filter.drawer, actorId)]))
    .orderBy("a.submitted_at", newestFirst ? "desc" : "asc")
    .orderBy("a.id")
    .limit(limit)
    .offset((filter.page - 1) * limit)
    .execute();
  const opened = rows.map(async (row): Promise<QueueRow> => {
    const person = { accountId: row.account_id, institutionId: row.institution_id };
    const compiled = await services.catalog.version(row.version_id);
    const submittedAt = row.submitted_at ?? now;
    const within = stageOf(compiled).within?.working_days;
    const open = row.status === "submitted" || row.status === "in_review";
    return {
      id: row.id,
      receipt: row.receipt,
      number: row.number,
      name: openApplicantName(await openPersonKey(trx, services.keyring, person, row.key_wrapped), row),
      compiled,
      status: row.status,
      round: row.round,
      mine: row.claimed_by === actorId,
      unknownAddress: row.unknown_address,
      nikElsewhere: row.nik_elsewhere ?? undefined,
      submittedAt,
      zone: row.zone,
      due: within === undefined || !open ? undefined : dueAt(submittedAt, within, row.zone, holidays),
    };
  });
  return { rows: await Promise.all(opened), counts, now };
}

type Tables = { a: DB["applications"]; p: DB["programs"] };
type Build = ExpressionBuilder<Tables, "a" | "p">;

function narrowed(eb: Build, filter: QueueFilter, found: readonly string[] | undefined) {
  return eb.and([
    eb("a.round", ">", 0),
    eb("a.erased_at", "is", null),
    unrestricted("a"),
    ...(filter.program === "" ? [] : [eb("p.slug", "=", filter.program)]),
    ...(filter.age === 0 ? [] : [sql<SqlBool>`a.submitted_at <= app_now() - make_interval(days => ${filter.age})`]),
    ...(filter.document === undefined ? [] : [hasDocumentProblem(filter.document)]),
    ...(filter.reason === undefined ? [] : [returnedFor(filter.reason)]),
    ...(filter.unknownAddress === true ? [eb("a.unknown_address", "=", true)] : []),
    ...(found === undefined ? [] : [sql<SqlBool>`a.id = any (${[...found]}::uuid[])`]),
  ]);
}

function inDrawer(eb: Build, drawer: Drawer, actorId: string) {
  const mine = eb.and([eb("a.status", "=", "in_review"), eb("a.claimed_by", "=", actorId)]);
  switch (drawer) {
    case "waiting":
      return eb.and([eb("a.status", "=", "submitted")]);
    case "mine":
      return mine;
    case "open":
      return eb.or([eb("a.status", "=", "submitted"), mine]);
    case "in_review":
      return eb.and([eb("a.status", "=", "in_review")]);
    case "returned":
      return eb.and([eb("a.status", "=", "returned")]);
    case "decided":
      return eb.and([eb("a.status", "in", ["decided", "accepted", "rejected", "appealed"])]);
    case "appealed":
      return eb.and([eb("a.status", "=", "appealed")]);
    case "all":
      return eb.and([eb("a.status", "!=", "draft")]);
  }
}
