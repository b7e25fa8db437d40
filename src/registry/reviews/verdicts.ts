import { sql, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Key } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import type { ReviewServices, RoundAct } from "./act.ts";
import { holdClaimed, type Held } from "./hold.ts";
import { openVerdictNote, sealVerdictNote } from "./notes.ts";
import { withStaff } from "./with-staff.ts";

/** What a verdict is about: an answer or a document, by its id in the program. */
export interface Target {
  readonly kind: "field" | "document";
  readonly id: string;
}

export interface Verdict extends Target {
  readonly verdict: "right" | "wrong";
  readonly reason: string | null;
  readonly note: string;
}

/** A verdict as it is given; `none` takes one back. */
export type GivenVerdict = Target & {
  readonly verdict: Verdict["verdict"] | "none";
  readonly reason: string | null;
  readonly note: string;
};

/** The verdicts of a round, with their notes opened. `trx` must come from `withStaff`. */
export async function listVerdicts(
  trx: Transaction<DB>,
  input: { readonly applicationId: string; readonly round: number; readonly key: Key },
): Promise<Verdict[]> {
  const rows = await trx
    .selectFrom("application_verdicts")
    .select(["kind", "target", "verdict", "reason", "note_sealed"])
    .where("application_id", "=", input.applicationId)
    .where("round", "=", input.round)
    .orderBy("decided_at")
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    id: row.target,
    verdict: row.verdict,
    reason: row.reason,
    note: openVerdictNote(input.key, { ...input, kind: row.kind, id: row.target }, row.note_sealed) ?? "",
  }));
}

/** Keeps verdicts on the round that the reviewer has claimed; what is not given stays as it was. */
export async function saveVerdicts(
  services: ReviewServices,
  act: RoundAct,
  given: readonly GivenVerdict[],
): Promise<void> {
  if (given.length === 0) return;
  await withStaff(services.db, act.institutions, async (trx) => {
    const held = await holdClaimed(trx, services, act);
    const kept = given.filter(({ verdict }) => verdict !== "none");
    if (kept.length > 0) await upsert(trx, act, held, kept);
    for (const { kind, id } of given.filter(({ verdict }) => verdict === "none")) {
      await trx
        .deleteFrom("application_verdicts")
        .where("application_id", "=", act.applicationId)
        .where("round", "=", act.round)
        .where("kind", "=", kind)
        .where("target", "=", id)
        .execute();
    }
    await recordAudit(trx, {
      actorId: act.actorId,
      actorKind: "staff",
      action: "application.judge",
      institutionId: held.institutionId,
      subjectKind: "application",
      subjectId: act.applicationId,
      data: {
        round: act.round,
        verdicts: given.map(({ kind, id, verdict, reason }) => ({ kind, id, verdict, reason })),
      },
    });
  });
}

async function upsert(trx: Transaction<DB>, act: RoundAct, held: Held, given: readonly GivenVerdict[]): Promise<void> {
  await trx
    .insertInto("application_verdicts")
    .values(
      given.map(({ kind, id, verdict, reason, note }) => ({
        application_id: act.applicationId,
        institution_id: held.institutionId,
        round: act.round,
        kind,
        target: id,
        verdict: verdict === "wrong" ? ("wrong" as const) : ("right" as const),
        reason: verdict === "wrong" ? reason : null,
        note_sealed: verdict === "wrong" && note !== "" ? sealVerdictNote(held.key, { ...act, kind, id }, note) : null,
        decided_by: act.actorId,
      })),
    )
    .onConflict((conflict) =>
      conflict.constraint("application_verdicts__key").doUpdateSet((build) => ({
        verdict: build.ref("excluded.verdict"),
        reason: build.ref("excluded.reason"),
        note_sealed: build.ref("excluded.note_sealed"),
        decided_by: build.ref("excluded.decided_by"),
        decided_at: sql<Date>`app_now()`,
      })),
    )
    .execute();
}
