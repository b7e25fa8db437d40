import { sql } from "kysely";
import { seal } from "../../platform/keys/seal.ts";
import { conflict, notAllowed } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import type { DeskActor, DeskServices } from "../desk/services.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { isWhole, listEvidence, openCaseKey, type Proposal, wordsContext } from "./case.ts";
import { lockCase } from "./lock-case.ts";

/**
 * Proposes whose the NIK is, with the reason that both sides will read; a second officer confirms. `wanting` where it is to
 * move and the claimant's evidence is not whole. Refuses (404) other institutions' cases, (409) those that are not open,
 * and (403) the two sides themselves.
 */
export async function proposeVerdict(
  services: Pick<DeskServices, "db" | "keyring">,
  given: DeskActor & { readonly caseId: string; readonly proposal: Proposal; readonly reason: string },
): Promise<"proposed" | "wanting"> {
  const { db, keyring } = services;
  const { actorId, institutions, caseId, proposal, reason } = given;
  return withStaff(db, institutions, async (trx) => {
    const matter = await lockCase(trx, caseId);
    if (actorId === matter.claimant_id || actorId === matter.holder_id) throw notAllowed();
    if (matter.status !== "open") throw conflict("nik_case_changed");
    if (proposal === "move" && !isWhole(await listEvidence(trx, caseId, matter.claimant_id))) return "wanting";
    const key = await openCaseKey({ db: trx, keyring }, matter);
    await trx
      .updateTable("nik_cases")
      .set({
        status: "proposed",
        proposal,
        reason_sealed: seal(key, reason, wordsContext(caseId, "reason")),
        proposed_by: actorId,
        proposed_at: sql`app_now()`,
      })
      .where("id", "=", caseId)
      .execute();
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: "nik_case.propose",
      institutionId: matter.institution_id,
      subjectKind: "nik_case",
      subjectId: caseId,
      data: { proposal },
    });
    return "proposed";
  });
}
