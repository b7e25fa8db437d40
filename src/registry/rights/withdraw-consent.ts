import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { AccountServices } from "../accounts/services.ts";
import { withdrawConsent } from "../consents/withdraw.ts";
import { notify } from "../notices/notify.ts";
import { addRequest } from "./add-request.ts";
import { type Asker, recordRight } from "./ask.ts";

/**
 * Takes a consent back (UU PDP 27/2022 articles 9 and 40). It no longer holds from this moment. What our own machines do
 * with it ends here as well: a draft is not submitted by itself any more. Only where officers already work with what was
 * declared, they have to stop and answer within the clock. Gives the number, or undefined where there is no such consent
 * of this person, or it was taken back before.
 */
export async function withdrawOwnConsent(
  { db, keyring }: Pick<AccountServices, "db" | "keyring">,
  session: Asker,
  consentId: string,
): Promise<string | undefined> {
  const { accountId } = session;
  return db.transaction().execute(async (trx) => {
    const consent = await withdrawConsent(trx, { consentId, accountId });
    if (!consent) return undefined;
    const { kind, institutionId, applicationId } = consent;
    const drafted = applicationId !== null && (await unsetInDraft(trx, applicationId, kind));
    const atOnce = kind !== "declaration" || drafted;
    const id = uuidv7();
    const { number, dueAt } = await addRequest(trx, {
      id,
      account_id: accountId,
      institution_id: institutionId,
      kind: "withdrawal",
      consent_id: consentId,
      application_id: applicationId,
      ...(atOnce ? { answer: "fulfilled" as const, answered_at: sql<Date>`app_now()` } : {}),
    });
    await recordRight(trx, session, { action: "consent.withdraw", institutionId, requestId: id, kind });
    const data = { number, ...(atOnce ? {} : { until: dueAt.toISOString() }) };
    await notify(trx, keyring, { accountId, kind: "consent_withdrawn", data });
    return number;
  });
}

/** What a draft has of the consent goes with it; false when it is a draft no more. */
async function unsetInDraft(trx: Kysely<DB>, applicationId: string, kind: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("applications")
    .set(kind === "closing" ? { agreed_at: null } : { declared_at: null })
    .where("id", "=", applicationId)
    .where("status", "=", "draft")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
