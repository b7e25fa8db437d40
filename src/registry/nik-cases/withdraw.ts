import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";
import { notify } from "../notices/notify.ts";

/**
 * Ends a case whose claimant does not want it any more: nothing moves, the deadlines go on, and the other side is told
 * where it knew of the case. False where there is none, or officers have decided it meanwhile.
 */
export async function withdrawNikCase(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  claimantId: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const matter = await trx
      .updateTable("nik_cases")
      .set({ status: "withdrawn", closed_at: sql`app_now()` })
      .where("claimant_id", "=", claimantId)
      .where("closed_at", "is", null)
      .returning(["id", "institution_id", "holder_id"])
      .executeTakeFirst();
    if (!matter) return false;
    await sql`select resume_deadlines(${matter.id}::uuid)`.execute(trx);
    await recordAudit(trx, {
      actorId: claimantId,
      actorKind: "applicant",
      action: "nik_case.withdraw",
      institutionId: matter.institution_id,
      subjectKind: "nik_case",
      subjectId: matter.id,
    });
    if (matter.holder_id !== null) {
      const institution = await institutionName(trx, matter.institution_id);
      await notify(trx, keyring, { accountId: matter.holder_id, kind: "nik_case_withdrawn", data: { institution } });
    }
    return true;
  });
}
