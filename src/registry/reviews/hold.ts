import { sql, type Transaction } from "kysely";
import type { CompiledProgram } from "../../program/compile.ts";
import type { Language, ReviewStage } from "../../program/definition.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Key } from "../../platform/keys/seal.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { listStaffRoles } from "../accounts/staff.query.ts";
import { personKey } from "../accounts/keys.ts";
import { isUuid, type Mark } from "../applications/load.query.ts";
import { unrestricted } from "../rights/restricted.query.ts";
import type { ReviewServices, RoundAct } from "./act.ts";
import { whyRefused } from "./refuse.ts";
import { mayReview, stageOf, type Decision } from "./stage.ts";

/** An application that this reviewer has claimed, locked until the transaction ends. */
export interface Held {
  readonly accountId: string;
  readonly institutionId: string;
  readonly programId: string;
  readonly number: string | null;
  /** In which the applicant reads what is written to them. */
  readonly language: Language;
  readonly compiled: CompiledProgram;
  readonly stage: ReviewStage;
  readonly key: Key;
}

/**
 * Locks the application when it is this reviewer's, under review, and in the round they have seen;
 * refuses otherwise (409, 404), and (403) when their role or the stage does not cover the decision.
 */
export async function holdClaimed(
  trx: Transaction<DB>,
  services: ReviewServices,
  act: RoundAct,
  decision?: Decision,
): Promise<Held> {
  const row = isUuid(act.applicationId)
    ? await trx
        .selectFrom("applications")
        .select(["account_id", "institution_id", "program_id", "version_id", "number", "language"])
        .where("id", "=", act.applicationId)
        .where("status", "=", "in_review")
        .where("claimed_by", "=", act.actorId)
        .where("round", "=", act.round)
        .where(unrestricted("applications"))
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw await whyRefused(trx, act);
  const compiled = await services.catalog.version(row.version_id);
  const stage = stageOf(compiled);
  const roles = await listStaffRoles(trx, act.actorId);
  if (!mayReview(roles.get(row.institution_id) ?? [], stage)) throw notAllowed();
  if (decision && !stage.decisions.includes(decision)) throw notAllowed();
  return {
    accountId: row.account_id,
    institutionId: row.institution_id,
    programId: row.program_id,
    number: row.number,
    language: row.language,
    compiled,
    stage,
    key: await personKey(trx, services.keyring, { accountId: row.account_id, institutionId: row.institution_id }),
  };
}

export type Outcome =
  | { readonly status: "returned"; readonly marks: readonly Mark[] }
  /** Decided, and not told before the announcement. */
  | { readonly status: "decided" }
  | { readonly status: "accepted"; readonly number: string | null }
  | { readonly status: "rejected" };

/** A verdict that comes after the announcement of its program stands there at once, as a change. */
const toldNow = {
  decided_at: sql<Date>`app_now()`,
  announced_at: sql<Date | null>`case when ${isAnnounced()} then coalesce(announced_at, app_now()) end`,
  verdict_changed_at: sql<Date | null>`case when ${isAnnounced()} then app_now() end`,
};

function isAnnounced() {
  return sql<boolean>`(select p.announces and p.announced_at is not null from programs p where p.id = program_id)`;
}

/** Moves a held application to its outcome. The guard stands here too: what was decided is never decided again. */
export async function decideHeld(trx: Transaction<DB>, act: RoundAct, outcome: Outcome): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("applications")
    .set({
      status: outcome.status,
      claimed_by: null,
      claimed_at: null,
      version: sql`version + 1`,
      ...(outcome.status === "returned" ? { marks: sql`${outcome.marks as never}::jsonb` } : {}),
      ...(outcome.status === "accepted" || outcome.status === "rejected" ? toldNow : {}),
      ...(outcome.status === "accepted" ? { number: outcome.number } : {}),
    })
    .where("id", "=", act.applicationId)
    .where("status", "=", "in_review")
    .where("claimed_by", "=", act.actorId)
    .where("round", "=", act.round)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw await whyRefused(trx, act);
}
