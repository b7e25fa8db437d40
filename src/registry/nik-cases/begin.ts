import { notFound } from "../../platform/refusals.ts";
import { accountKey, ensurePersonKey } from "../accounts/keys.ts";
import type { AccountServices } from "../accounts/services.ts";
import { statedNumbers } from "../accounts/state-identity.ts";
import { findNikElsewhere, identityIndex, identityIndexes } from "../applications/identity.ts";
import { recordAudit } from "../audit/record.ts";
import { addIdentifier, isTaken } from "../identifiers/identifier.ts";
import type { Session } from "../sessions/session.ts";
import { addCase } from "./add-case.ts";
import { hasProvenNik } from "./proven.query.ts";
import { placesOf } from "./places.query.ts";
import { withdrewOften } from "./withdrawn.query.ts";

/**
 * Begins a case about a NIK that another account states too; it binds nobody before it is sent with its evidence (`open.ts`).
 * `free` where no other account states it; `proven` where the account has a proven NIK; `already` where it has a case that
 * is not closed; `often` where it has withdrawn three in 30 days. Refuses (429) more than five NIKs in a day, those stated
 * elsewhere counted.
 */
export async function beginNikCase(
  services: Pick<AccountServices, "db" | "keyring" | "limits">,
  session: Pick<Session, "accountId" | "staff">,
  { nik, institutionId }: { readonly nik: string; readonly institutionId: string },
): Promise<"begun" | "free" | "proven" | "already" | "often"> {
  const { db, keyring, limits } = services;
  const { accountId } = session;
  await limits.spend(statedNumbers, accountId);
  if (!(await placesOf(db, accountId)).some(({ id }) => id === institutionId)) throw notFound();
  await ensurePersonKey(db, keyring, { accountId, institutionId });
  const key = await accountKey(db, keyring, accountId);
  return db.transaction().execute(async (trx) => {
    if (await hasProvenNik(trx, accountId)) return "proven";
    const index = identityIndex(keyring, nik);
    if ((await findNikElsewhere(trx, index, accountId)) === undefined) return "free";
    if (await withdrewOften(trx, accountId, index)) return "often";
    const nikIndexes = identityIndexes(keyring, nik);
    const caseId = await addCase(trx, keyring, { institutionId, claimantId: accountId, ...nikIndexes });
    if (caseId === undefined) return "already";
    // The claim that the case is about; it may stand there already.
    await addIdentifier(trx, keyring, { accountId, key, name: { kind: "nik", value: nik }, verified: false }).catch(
      (error: unknown) => {
        if (!isTaken(error)) throw error;
      },
    );
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "nik_case.begin",
      institutionId,
      subjectKind: "nik_case",
      subjectId: caseId,
    });
    return "begun";
  });
}
