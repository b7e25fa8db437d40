import type { Kysely, Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import { shownFileName } from "../../platform/files/file-name.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { notFound } from "../../platform/refusals.ts";
import { documentKey } from "../documents/seals.ts";
import { institutionOf, lockPlace } from "../documents/place.ts";
import { discard } from "./discard.ts";

export interface UploadServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
}

/** Where a file on its way belongs: a slot of an application, and whose that is. */
export interface UploadPlace {
  readonly accountId: string;
  readonly applicationId: string;
  readonly slot: string;
}

/** Files on their way that one person may have; the one left longest gives way to a new one. */
const mostPerPerson = 10;

/**
 * Begins to take a file in pieces, or goes on with the same one: `received` says from where. Another file in the same
 * slot takes its place. `arrived` means that this very file is in the slot already, so that nothing is left to send.
 * `size` is in bytes and was checked against the slot. Refuses (404) an application that is not the person's.
 */
export async function beginUpload(
  services: UploadServices,
  input: UploadPlace & { readonly name: string; readonly size: number; readonly sha256: Buffer },
): Promise<{ readonly arrived: true } | { readonly arrived: false; readonly id: string; readonly received: number }> {
  const institutionId = await institutionOf(services.db, input);
  if (institutionId === null) throw notFound();
  const owner = { account_id: input.accountId, institution_id: institutionId };
  const key = await documentKey(services.db, services.keyring, owner);
  const { begun, blobs } = await services.db.transaction().execute(async (trx) => {
    await lockPlace(trx, input);
    if (await hasArrived(trx, input)) return { begun: { arrived: true } as const, blobs: [] };
    const known = await findInSlot(trx, input);
    if (known?.sha256.equals(input.sha256) && known.size === input.size) {
      await touch(trx, known.id);
      return { begun: { arrived: false, id: known.id, received: known.received } as const, blobs: [] };
    }
    const given = [...(known ? [known.id] : []), ...(await listSurplus(trx, input.accountId, known?.id))];
    const blobs = await discard(trx, given);
    const id = uuidv7();
    const name_sealed = seal(key, shownFileName(input.name), nameContext(id));
    const { slot, size, sha256 } = input;
    await trx
      .insertInto("uploads")
      .values({ id, ...owner, application_id: input.applicationId, slot, size, sha256, name_sealed })
      .execute();
    return { begun: { arrived: false, id, received: 0 } as const, blobs };
  });
  for (const blob of blobs) await services.blobs.remove(blob);
  return begun;
}

/** Where the sealed name of a file on its way belongs; it opens nowhere else. */
export function nameContext(uploadId: string): string {
  return `uploads|name|${uploadId}`;
}

/** The answer to the last piece may have been lost on the way, and then the same file is begun again. */
async function hasArrived(trx: Transaction<DB>, input: UploadPlace & { sha256: Buffer }): Promise<boolean> {
  const row = await trx
    .selectFrom("documents")
    .select("id")
    .where("application_id", "=", input.applicationId)
    .where("slot", "=", input.slot)
    .where("status", "in", ["quarantined", "ready"])
    .where("sha256", "=", input.sha256)
    .executeTakeFirst();
  return row !== undefined;
}

/** The file on its way into a slot, if there is one. */
export async function findInSlot(db: Kysely<DB>, place: UploadPlace) {
  return db
    .selectFrom("uploads")
    .select(["id", "size", "received", "sha256"])
    .where("application_id", "=", place.applicationId)
    .where("slot", "=", place.slot)
    .where("account_id", "=", place.accountId)
    .executeTakeFirst();
}

async function touch(trx: Transaction<DB>, id: string): Promise<void> {
  await trx
    .updateTable("uploads")
    .set((eb) => ({ touched_at: eb.fn<Date>("app_now") }))
    .where("id", "=", id)
    .execute();
}

/** Files of this person that must give way to one more. */
async function listSurplus(trx: Transaction<DB>, accountId: string, except: string | undefined): Promise<string[]> {
  const rows = await trx
    .selectFrom("uploads")
    .select("id")
    .where("account_id", "=", accountId)
    .$if(except !== undefined, (query) => query.where("id", "<>", except ?? ""))
    .orderBy("touched_at", "desc")
    .orderBy("id")
    .offset(mostPerPerson - 1)
    .execute();
  return rows.map(({ id }) => id);
}
