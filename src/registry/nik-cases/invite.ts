import { v7 as uuidv7 } from "uuid";
import { newKey, seal } from "../../platform/keys/seal.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { institutionKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";
import { findNikStanding } from "../nik-claims/standing.query.ts";
import { notify } from "../notices/notify.ts";
import type { ReviewAct, ReviewServices } from "../reviews/act.ts";
import { loadUnrestricted } from "../reviews/submitted.query.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { caseKeyContext } from "./case.ts";

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
    const { identity_index, identity_index_b } = await trx
      .selectFrom("applications")
      .select(["identity_index", "identity_index_b"])
      .where("id", "=", applicationId)
      .executeTakeFirstOrThrow();
    const caseId = uuidv7();
    const wrapping = await institutionKey(trx, services.keyring, institutionId);
    const begun = await trx
      .insertInto("nik_cases")
      .values({
        id: caseId,
        institution_id: institutionId,
        claimant_id: accountId,
        blind_index: identity_index,
        blind_index_b: identity_index_b,
        key_wrapped: seal(wrapping, newKey().bytes, caseKeyContext(caseId)),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!begun) return false;
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
