import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { BlobMissing } from "../../platform/files/blob-store.ts";
import type { Upload } from "../../platform/http/upload.ts";
import { open, type Key } from "../../platform/keys/seal.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { checkId } from "../documents/place.ts";
import { documentKey } from "../documents/seals.ts";
import { storeDocument, type StoreInput } from "../documents/store.ts";
import { findUpload, pieceContext } from "./append.ts";
import { nameContext, type UploadPlace, type UploadServices } from "./begin.ts";
import { discard } from "./discard.ts";

/**
 * Hands a file that has arrived whole to the door that every upload comes by, `storeDocument`, and forgets its pieces:
 * also when that door does not take it. Whole means that it has the announced size and hash; otherwise the problem is
 * `cut_off`. Of two that finish the same file one does, and the other is refused (409). Refuses (404) a file that is
 * not this person's, not of this slot, or was forgotten meanwhile.
 */
export async function finishUpload(
  services: UploadServices,
  input: UploadPlace & { readonly uploadId: string } & Omit<StoreInput, "upload" | keyof UploadPlace>,
): ReturnType<typeof storeDocument> {
  checkId(input.uploadId);
  const known = await findUpload(services, input).executeTakeFirst();
  if (!known) throw notFound();
  if (known.received < known.size) return { problem: "cut_off" };
  const key = await documentKey(services.db, services.keyring, known);
  const bytes = await readPieces(services, key, known.id);
  let left: readonly string[] = [];
  const forget = async (trx: Transaction<DB>): Promise<void> => {
    if (!(await findUpload({ db: trx }, input).forUpdate().executeTakeFirst())) throw conflict("busy");
    left = await discard(trx, [known.id]);
  };
  const upload: Upload = bytes?.sha256.equals(known.sha256)
    ? receivedAs(open(key, known.name_sealed, nameContext(known.id)).toString("utf8"), bytes)
    : { problem: "cut_off", fields: new Map(), unread: false };
  const stored = await storeDocument(services, {
    ...input,
    upload,
    onChanged: async (trx) => {
      await forget(trx);
      await input.onChanged?.(trx);
    },
  });
  if ("problem" in stored) await services.db.transaction().execute(forget);
  for (const blob of left) await services.blobs.remove(blob);
  return stored;
}

interface Whole {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

/** All pieces in order; undefined when one of them is gone, as when another tab has begun with another file. */
async function readPieces(services: UploadServices, key: Key, uploadId: string): Promise<Whole | undefined> {
  const pieces = await services.db
    .selectFrom("upload_pieces")
    .select(["starts", "blob"])
    .where("upload_id", "=", uploadId)
    .orderBy("starts")
    .execute();
  const parts: Buffer[] = [];
  for (const { starts, blob } of pieces) {
    const sealed = await services.blobs.get(blob).catch((cause: unknown) => {
      if (cause instanceof BlobMissing) return undefined;
      throw cause;
    });
    if (!sealed) return undefined;
    parts.push(open(key, sealed, pieceContext(uploadId, starts)));
  }
  const bytes = Buffer.concat(parts);
  return { bytes, sha256: createHash("sha256").update(bytes).digest() };
}

function receivedAs(name: string, { bytes, sha256 }: Whole): Upload {
  const file = {
    field: "file",
    name,
    size: bytes.length,
    sha256,
    read: () => Promise.resolve(bytes),
    discard: () => Promise.resolve(),
  };
  return { file, fields: new Map(), unread: false };
}
