import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notFound } from "../../platform/refusals.ts";
import { checkId } from "./place.ts";
import { documentKey, openName, openOriginal, openPage } from "./seals.ts";

export type ReadServices = { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly blobs: BlobStore };

/** Who is looking: the owner, or staff of these institutions (then `db` is their guarded transaction). */
export type Viewer = { readonly accountId: string } | { readonly institutions: readonly string[] };

export type ReadFile = { readonly bytes: Buffer; readonly mediaType: string; readonly name: string };

/** One rebuilt page of a document that passed its check. Anything else is not found, whoever asks. */
export async function readDocumentPage(
  services: ReadServices,
  input: { readonly documentId: string; readonly page: number; readonly viewer: Viewer },
): Promise<ReadFile> {
  const { db, keyring, blobs } = services;
  const { viewer } = input;
  checkId(input.documentId);
  if (!Number.isInteger(input.page) || input.page < 1 || input.page > 1000) throw notFound();
  const found = await db
    .selectFrom("documents")
    .innerJoin("document_pages", "document_pages.document_id", "documents.id")
    .select([
      "documents.id",
      "account_id",
      "documents.institution_id",
      "name_sealed",
      "page",
      "blob",
      "document_pages.media_type",
    ])
    .where("documents.id", "=", input.documentId)
    .where("page", "=", input.page)
    .where("status", "=", "ready")
    .where((eb) =>
      "accountId" in viewer
        ? eb("account_id", "=", viewer.accountId)
        : eb("documents.institution_id", "=", eb.fn.any(eb.val([...viewer.institutions]))),
    )
    .executeTakeFirst();
  if (!found) throw notFound();
  const key = await documentKey(db, keyring, found);
  const bytes = openPage(key, found.id, found.page, await blobs.get(found.blob));
  return { bytes, mediaType: found.media_type, name: openName(key, found) };
}

/** The document as it was sent, for its owner alone: nobody else should open what no check has drawn anew. */
export async function readOriginal(
  services: ReadServices,
  input: { readonly documentId: string; readonly accountId: string },
): Promise<ReadFile> {
  const { db, keyring, blobs } = services;
  checkId(input.documentId);
  const found = await db
    .selectFrom("documents")
    .select(["id", "account_id", "institution_id", "name_sealed", "media_type", "original_blob"])
    .where("id", "=", input.documentId)
    .where("account_id", "=", input.accountId)
    .where("status", "<>", "removed")
    .executeTakeFirst();
  if (!found) throw notFound();
  const key = await documentKey(db, keyring, found);
  const bytes = openOriginal(key, found.id, await blobs.get(found.original_blob));
  return { bytes, mediaType: found.media_type, name: openName(key, found) };
}
