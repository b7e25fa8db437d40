import { newBlobName } from "../../platform/files/blob-store.ts";
import { seal } from "../../platform/keys/seal.ts";
import { notFound } from "../../platform/refusals.ts";
import { documentKey } from "../documents/seals.ts";
import { checkId } from "../documents/place.ts";
import type { UploadPlace, UploadServices } from "./begin.ts";

/** The most bytes of one piece: some seconds on a poor line. */
export const pieceBytes = 256 * 1024;
/** A piece that was cut off is kept from this size on; smaller ones cost more than sending them again. */
const leastBytes = 16 * 1024;

export interface Appended {
  /** Whether the piece was added; false when another was faster, or it began elsewhere than the file ends. */
  readonly added: boolean;
  /** How many bytes have arrived: where the next piece begins. */
  readonly received: number;
}

/**
 * Adds bytes to a file on its way, if they begin where it ends; sealed before they are kept. Of two pieces for the same
 * place one is added. A piece that is too small and not the last is not kept. Refuses (404) a file that is not this
 * person's, not of this slot, or was forgotten meanwhile.
 */
export async function appendPiece(
  services: UploadServices,
  input: UploadPlace & { readonly uploadId: string; readonly starts: number; readonly bytes: Buffer },
): Promise<Appended> {
  checkId(input.uploadId);
  const { starts, bytes } = input;
  const known = await findUpload(services, input).executeTakeFirst();
  if (!known) throw notFound();
  const ends = starts + bytes.length;
  if (known.received !== starts || ends > known.size || (bytes.length < leastBytes && ends < known.size)) {
    return { added: false, received: known.received };
  }
  const key = await documentKey(services.db, services.keyring, known);
  const blob = newBlobName();
  await services.blobs.put(blob, seal(key, bytes, pieceContext(known.id, starts)));
  const appended = await services.db
    .transaction()
    .execute(async (trx): Promise<Appended | undefined> => {
      const now = await findUpload({ db: trx }, input).forUpdate().executeTakeFirst();
      if (!now) return undefined;
      if (now.received !== starts) return { added: false, received: now.received };
      const { institution_id } = known;
      await trx
        .insertInto("upload_pieces")
        .values({ upload_id: known.id, institution_id, starts, size: bytes.length, blob })
        .execute();
      await trx
        .updateTable("uploads")
        .set((eb) => ({ received: ends, touched_at: eb.fn<Date>("app_now") }))
        .where("id", "=", known.id)
        .execute();
      return { added: true, received: ends };
    })
    .catch(async (cause: unknown) => {
      await services.blobs.remove(blob);
      throw cause;
    });
  if (!appended?.added) await services.blobs.remove(blob);
  if (!appended) throw notFound();
  return appended;
}

/** A file on its way, if it is this person's and of this slot. */
export function findUpload({ db }: Pick<UploadServices, "db">, input: UploadPlace & { readonly uploadId: string }) {
  return db
    .selectFrom("uploads")
    .select(["id", "account_id", "institution_id", "size", "received", "sha256", "name_sealed"])
    .where("id", "=", input.uploadId)
    .where("account_id", "=", input.accountId)
    .where("application_id", "=", input.applicationId)
    .where("slot", "=", input.slot);
}

/** Where a sealed piece belongs; it opens nowhere else. */
export function pieceContext(uploadId: string, starts: number): string {
  return `upload_pieces|${starts}|${uploadId}`;
}
