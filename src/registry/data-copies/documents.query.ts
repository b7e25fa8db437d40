import { sql } from "kysely";
import { BlobMissing } from "../../platform/files/blob-store.ts";
import { documentKey, openName, openOriginal } from "../documents/seals.ts";
import type { CopyServices } from "./services.ts";

/** A file that a person sent, as the copy lists it. */
export interface OwnDocument {
  readonly id: string;
  readonly slot: string;
  readonly status: string;
  /** As it was sent, made fit to show. */
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly created_at: Date;
  readonly removed_at: Date | null;
}

/** What a person sent for an application, or beside all of them (the photo), with what was replaced and is still here. */
export async function listOwnDocuments(
  { db, keyring }: CopyServices,
  { accountId, applicationId }: { readonly accountId: string; readonly applicationId: string | null },
): Promise<OwnDocument[]> {
  const rows = await db
    .selectFrom("documents")
    .select(["id", "slot", "status", "media_type", "created_at", "removed_at", "name_sealed"])
    .select(["account_id", "institution_id"])
    .select(sql<number>`size::float8`.as("size"))
    .where("account_id", "=", accountId)
    .where("application_id", applicationId === null ? "is" : "=", applicationId)
    .orderBy("created_at")
    .execute();
  const documents: OwnDocument[] = [];
  for (const { name_sealed, account_id, institution_id, ...row } of rows) {
    const key = await documentKey(db, keyring, { account_id, institution_id });
    documents.push({ ...row, name: openName(key, { id: row.id, name_sealed }) });
  }
  return documents;
}

/** The bytes of a file as it was sent; undefined when they were removed already. */
export async function readOwnDocument(
  { db, keyring, blobs }: CopyServices,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom("documents")
    .select(["account_id", "institution_id", "original_blob"])
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  const key = await documentKey(db, keyring, row);
  try {
    return openOriginal(key, id, await blobs.get(row.original_blob));
  } catch (error) {
    if (error instanceof BlobMissing) return undefined;
    throw error;
  }
}
