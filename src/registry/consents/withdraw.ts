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
