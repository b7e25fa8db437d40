import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Notes that consents of one kind to one application were taken back. Call it with the transaction of the deed. */
export async function withdrawConsents(trx: Kysely<DB>, applicationId: string, kind: "closing"): Promise<void> {
  await trx
    .updateTable("consents")
    .set({ withdrawn_at: sql`app_now()` })
    .where("application_id", "=", applicationId)
    .where("kind", "=", kind)
    .where("withdrawn_at", "is", null)
    .execute();
}

/** A consent that was taken back just now. */
interface WithdrawnConsent {
  readonly kind: "privacy" | "declaration" | "closing";
  readonly applicationId: string | null;
  readonly institutionId: string | null;
}

/** Takes back one consent of a person; undefined when it is none of theirs that holds. Call it with the transaction of the deed. */
export async function withdrawConsent(
  trx: Kysely<DB>,
  { consentId, accountId }: { readonly consentId: string; readonly accountId: string },
): Promise<WithdrawnConsent | undefined> {
  return trx
    .updateTable("consents")
    .set({ withdrawn_at: sql`app_now()` })
    .where("id", "=", consentId)
    .where("account_id", "=", accountId)
    .where("withdrawn_at", "is", null)
    .returning(["kind", "application_id as applicationId", "institution_id as institutionId"])
    .$castTo<WithdrawnConsent>()
    .executeTakeFirst();
}
