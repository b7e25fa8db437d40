import type { Kysely, Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound } from "../../platform/refusals.ts";
import { recordAudit, type AuditRecord } from "../audit/record.ts";
import { checkId, lockPlace } from "./place.ts";

export type RemoveInput = {
  readonly accountId: string;
  readonly documentId: string;
  readonly actor: Pick<AuditRecord, "actorId" | "actorKind">;
  readonly onChanged?: (trx: Transaction<DB>) => Promise<void>;
};

/**
 * Takes a document of the person's back; doing it twice does no harm. Its bytes stay until the
 * sweep, or for good where a submitted round speaks of them.
 */
export async function removeDocument(services: { readonly db: Kysely<DB> }, input: RemoveInput): Promise<void> {
  checkId(input.documentId);
  await services.db.transaction().execute(async (trx) => {
    const document = await trx
      .selectFrom("documents")
      .select(["application_id", "institution_id", "slot"])
      .where("id", "=", input.documentId)
      .where("account_id", "=", input.accountId)
      .executeTakeFirst();
    if (!document) throw notFound();
    await lockPlace(trx, { accountId: input.accountId, applicationId: document.application_id, slot: document.slot });
    const { numUpdatedRows } = await trx
      .updateTable("documents")
      .set((eb) => ({ status: "removed" as const, removed_at: eb.fn<Date>("app_now") }))
      .where("id", "=", input.documentId)
      .where("status", "<>", "removed")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await recordAudit(trx, {
      ...input.actor,
      action: "document.remove",
      institutionId: document.institution_id,
      subjectKind: "document",
      subjectId: input.documentId,
      data: { application: document.application_id, slot: document.slot },
    });
    await input.onChanged?.(trx);
  });
}
