import type { Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound } from "../../platform/refusals.ts";
import { isUuid } from "../applications/load.query.ts";

/** A case that was sent, locked until the transaction ends. Throws (404) what the transaction's institutions do not have. */
export async function lockCase(trx: Transaction<DB>, caseId: string) {
  const row = isUuid(caseId)
    ? await trx
        .selectFrom("nik_cases")
        .select(["id", "institution_id", "claimant_id", "holder_id", "status", "proposal", "proposed_by"])
        .select(["key_wrapped", "reason_sealed"])
        .where("id", "=", caseId)
        .where("opened_at", "is not", null)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw notFound();
  return row;
}
