import type { Kysely, Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Rebuilder } from "../../platform/files/rebuild.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { lockApplication } from "./place.ts";
import { pageRow, rebuildFile, type RebuiltFile } from "./rebuild-file.ts";
import { documentKey } from "./seals.ts";

export type CheckServices = {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
  readonly rebuild: Rebuilder;
  /** Runs in the transaction of the verdict: a refused document is missing again. */
  readonly onChanged?: (trx: Transaction<DB>, document: CheckedDocument) => Promise<void>;
};

export type CheckInput = { readonly documentId: string; readonly maxPages: number };

export type CheckedDocument = {
  readonly id: string;
  readonly account_id: string;
  readonly application_id: string | null;
  readonly institution_id: string | null;
};

/**
 * Rebuilds a document in quarantine and makes it ready or refused. Running it again, even at the
 * same moment, does no harm; one that was removed meanwhile stays removed. What throws here is
 * ours (disk, keys, process) and worth another try, never the file's fault.
 */
export async function checkDocument(services: CheckServices, { documentId, maxPages }: CheckInput): Promise<void> {
  const { db, keyring } = services;
  const document = await db
    .selectFrom("documents")
    .select(["id", "account_id", "application_id", "institution_id", "media_type", "original_blob"])
    .where("id", "=", documentId)
    .where("status", "=", "quarantined")
    .executeTakeFirst();
  if (!document) return;
  const key = await documentKey(db, keyring, document);
  await rebuildFile(
    services,
    { id: document.id, key, blob: document.original_blob, mediaType: document.media_type },
    { maxPages, decide: (rebuilt) => decide(services, document, rebuilt) },
  );
}

/** Writes the verdict. Says false when somebody else was faster: their pages count, ours do not. */
async function decide(
  services: CheckServices,
  document: CheckedDocument,
  { problem, pages }: RebuiltFile,
): Promise<boolean> {
  return services.db.transaction().execute(async (trx) => {
    if (document.application_id !== null) await lockApplication(trx, document.application_id);
    const { numUpdatedRows } = await trx
      .updateTable("documents")
      .set((eb) => ({
        status: problem ? ("refused" as const) : ("ready" as const),
        problem,
        checked_at: eb.fn<Date>("app_now"),
      }))
      .where("id", "=", document.id)
      .where("status", "=", "quarantined")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    if (pages.length > 0)
      await trx
        .insertInto("document_pages")
        .values(
          pages.map((page, at) => ({
            document_id: document.id,
            institution_id: document.institution_id,
            ...pageRow(page, at),
          })),
        )
        .execute();
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: problem ? "document.refuse" : "document.pass",
      institutionId: document.institution_id,
      subjectKind: "document",
      subjectId: document.id,
      data: problem ? { problem } : { pages: pages.length },
    });
    await services.onChanged?.(trx, document);
    return true;
  });
}
