import type { Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DocumentSlot } from "../../program/definition.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { newBlobName } from "../../platform/files/blob-store.ts";
import type { Key } from "../../platform/keys/seal.ts";
import { notFound } from "../../platform/refusals.ts";
import { recordAudit, type AuditRecord } from "../audit/record.ts";
import type { Catalog } from "../programs/catalog.ts";
import { institutionOf, lockPlace } from "./place.ts";
import { listReusable } from "./reusable.query.ts";
import { documentKey, openName, openOriginal, openPage, sealName, sealOriginal, sealPage } from "./seals.ts";
import { removePresent, type StoreServices } from "./store.ts";

export interface ReuseInput {
  readonly accountId: string;
  readonly applicationId: string;
  readonly slot: DocumentSlot;
  /** The document in the other application. */
  readonly documentId: string;
  readonly actor: Pick<AuditRecord, "actorId" | "actorKind">;
  /** Runs in the same transaction; what it throws undoes everything. */
  readonly onChanged?: (trx: Transaction<DB>) => Promise<void>;
}

/**
 * Puts a copy of a document that the person gave in another application into a slot, in place of what was there: sealed
 * anew with the key of this institution, ready at once since it passed its check, and with a life of its own. Refuses
 * (404) whatever is not offered for the slot (`listReusable`), whosever it is.
 */
export async function reuseDocument(
  services: StoreServices & { readonly catalog: Catalog },
  input: ReuseInput,
): Promise<{ readonly id: string }> {
  const { db, blobs } = services;
  const offered = await listReusable(services, input);
  if (!offered.some(({ id }) => id === input.documentId)) throw notFound();
  const place = { accountId: input.accountId, applicationId: input.applicationId, slot: input.slot.id };
  const institutionId = await institutionOf(db, place);
  const id = uuidv7();
  const copy = await copyOf(services, input, { id, institutionId });
  try {
    await db.transaction().execute(async (trx) => {
      await lockPlace(trx, place);
      const replaced = await removePresent(trx, place);
      await trx
        .insertInto("documents")
        .values((eb) => ({ ...copy.document, checked_at: eb.fn<Date>("app_now") }))
        .execute();
      await trx
        .insertInto("document_pages")
        .values([...copy.pages])
        .execute();
      await recordAudit(trx, {
        ...input.actor,
        action: "document.reuse",
        institutionId,
        subjectKind: "document",
        subjectId: id,
        data: { application: input.applicationId, slot: input.slot.id, from: input.documentId, replaced },
      });
      await input.onChanged?.(trx);
    });
  } catch (cause) {
    await Promise.all(copy.blobs.map((blob) => blobs.remove(blob)));
    throw cause;
  }
  return { id };
}

/** The rows of a copy, its blobs kept already under the key of where it goes. */
async function copyOf(
  { db, keyring, blobs }: StoreServices,
  input: ReuseInput,
  to: { readonly id: string; readonly institutionId: string | null },
) {
  const { id, institutionId } = to;
  const from = await db
    .selectFrom("documents")
    .selectAll()
    .where("id", "=", input.documentId)
    .executeTakeFirstOrThrow();
  const pages = await db.selectFrom("document_pages").selectAll().where("document_id", "=", from.id).execute();
  const oldKey = await documentKey(db, keyring, from);
  const newKey = await documentKey(db, keyring, { account_id: input.accountId, institution_id: institutionId });
  const kept: string[] = [];
  const put = async (key: Key, seal: (key: Key) => Buffer): Promise<string> => {
    const blob = newBlobName();
    await blobs.put(blob, seal(key));
    kept.push(blob);
    return blob;
  };
  const original = openOriginal(oldKey, from.id, await blobs.get(from.original_blob));
  const original_blob = await put(newKey, (key) => sealOriginal(key, id, original));
  const copied = [];
  for (const { page, blob, media_type, width, height } of pages) {
    const bytes = openPage(oldKey, from.id, page, await blobs.get(blob));
    const sealed = await put(newKey, (key) => sealPage(key, id, page, bytes));
    copied.push({ document_id: id, institution_id: institutionId, page, blob: sealed, media_type, width, height });
  }
  return {
    blobs: kept,
    pages: copied,
    document: {
      id,
      account_id: input.accountId,
      application_id: input.applicationId,
      institution_id: institutionId,
      slot: input.slot.id,
      status: "ready" as const,
      name_sealed: sealName(newKey, id, openName(oldKey, from)),
      media_type: from.media_type,
      size: from.size,
      sha256: from.sha256,
      original_blob,
    },
  };
}
