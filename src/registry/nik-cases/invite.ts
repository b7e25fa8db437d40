import { notAllowed } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";
import { findNikStanding } from "../nik-claims/standing.query.ts";
import { notify } from "../notices/notify.ts";
import type { ReviewAct, ReviewServices } from "../reviews/act.ts";
import { loadUnrestricted } from "../reviews/submitted.query.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { addCase } from "./add-case.ts";

/**
 * Begins a case for the applicant of a submission whose NIK another account states too: they are asked by letter to give
 * their evidence and send it. False where no other account states the NIK, where it is proven to be theirs, or where a
 * case of theirs is not closed. Refuses (403) officers about themselves, and (409) while the applicant has restricted the
 * institution.
 */
export async function inviteToCase(services: ReviewServices, act: ReviewAct): Promise<boolean> {
  return withStaff(services.db, act.institutions, async (trx) => {
    const { id: applicationId, accountId, institutionId } = await loadUnrestricted(trx, services, act.applicationId);
    if (accountId === act.actorId) throw notAllowed();
    const standing = await findNikStanding(trx, applicationId);
    if (!standing?.shared || standing.proven) return false;
    const nikIndexes = await trx
      .selectFrom("applications")
      .select(["identity_index as blind_index", "identity_index_b as blind_index_b"])
      .where("id", "=", applicationId)
      .executeTakeFirstOrThrow();
    const caseId = await addCase(trx, services.keyring, { institutionId, claimantId: accountId, ...nikIndexes });
    if (caseId === undefined) return false;
    await recordAudit(trx, {
      actorId: act.actorId,
      actorKind: "staff",
      action: "nik_case.invite",
      institutionId,
      subjectKind: "nik_case",
      subjectId: caseId,
      data: { application: applicationId },
    });
    const institution = await institutionName(trx, institutionId);
    await notify(trx, services.keyring, { accountId, kind: "nik_case_begun", data: { institution } });
    return true;
  });
}
