import { sql } from "kysely";
import { notFound } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import type { ReviewServices, RoundAct } from "../reviews/act.ts";
import { holdClaimed } from "../reviews/hold.ts";
import { withStaff } from "../reviews/with-staff.ts";
import type { FaceOutcome } from "./checks.query.ts";

/**
 * Keeps what the officer who has claimed an application saw in its two pictures; a second look takes the place of the
 * first. False when nothing was chosen. Refuses (404) where the program compares none, and (409) rounds and claims that are another's.
 */
export async function judgeFaces(
  services: ReviewServices,
  act: RoundAct,
  outcome: FaceOutcome | undefined,
): Promise<boolean> {
  return withStaff(services.db, act.institutions, async (trx) => {
    const held = await holdClaimed(trx, services, act);
    if (!held.compiled.program.face) throw notFound();
    if (!outcome) return false;
    await trx
      .insertInto("face_checks")
      .values({
        application_id: act.applicationId,
        round: act.round,
        compared_by: "staff",
        institution_id: held.institutionId,
        outcome,
        actor_id: act.actorId,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["application_id", "round", "compared_by"])
          .doUpdateSet({ outcome, actor_id: act.actorId, checked_at: sql`app_now()` }),
      )
      .execute();
    await recordAudit(trx, {
      actorId: act.actorId,
      actorKind: "staff",
      action: "application.compare_faces",
      institutionId: held.institutionId,
      subjectKind: "application",
      subjectId: act.applicationId,
      data: { round: act.round, outcome },
    });
    return true;
  });
}
