import { sql } from "kysely";
import { notFound } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import type { ReviewAct, ReviewServices } from "../reviews/act.ts";
import { loadUnrestricted } from "../reviews/submitted.query.ts";
import { withStaff } from "../reviews/with-staff.ts";

/**
 * Has the sources of an application asked again, within a minute; pressing twice does no harm. Refuses (404) where the
 * program names no source.
 */
export async function recheckSources(services: ReviewServices, act: ReviewAct): Promise<void> {
  await withStaff(services.db, act.institutions, async (trx) => {
    const application = await loadUnrestricted(trx, services, act.applicationId);
    if (!application.compiled.program.checks) throw notFound();
    await trx
      .updateTable("source_checks")
      .set({ next_at: sql`app_now()` })
      .where("application_id", "=", application.id)
      .where("round", "=", application.round)
      .execute();
    await recordAudit(trx, {
      actorId: act.actorId,
      actorKind: "staff",
      action: "application.recheck_source",
      institutionId: application.institutionId,
      subjectKind: "application",
      subjectId: application.id,
      data: { round: application.round },
    });
  });
}
