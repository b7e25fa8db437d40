import type { Kysely, Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import { newBlobName } from "../../platform/files/blob-store.ts";
import type { FileFormat, FileMediaType } from "../../platform/files/detect.ts";
import type { ReceivedFile, Upload } from "../../platform/http/upload.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { ensurePersonKey } from "../accounts/keys.ts";
import { recordAudit, type AuditRecord } from "../audit/record.ts";
import { inspectFile } from "./inspect-file.ts";
import { checkReplaceable } from "../nik-cases/replaceable.ts";
import { institutionOf, lockPlace, type Place } from "./place.ts";
import type { DocumentProblem } from "./problem.ts";
import { documentKey, sealName, sealOriginal } from "./seals.ts";

export type StoreServices = { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly blobs: BlobStore };

/** `onChanged` runs in the same transaction; what it throws undoes everything. */
export type StoreInput = Place & {
  readonly upload: Upload;
  readonly formats: readonly FileFormat[];
  readonly maxBytes: number;
  /** Most pages of a PDF. */
  readonly maxPages?: number;
  readonly actor: Pick<AuditRecord, "actorId" | "actorKind">;
  readonly onChanged?: (trx: Transaction<DB>) => Promise<void>;
};

const MOST_PAGES = 20;

export type StoredDocument = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: FileMediaType;
  readonly size: number;
};

/**
 * Takes an upload into quarantine in its place, where it replaces what was there, and orders its
 * check. Lets go of the upload whatever happens. Refuses an application that is not the person's.
 */
export async function storeDocument(
  services: StoreServices,
  input: StoreInput,
): Promise<{ document: StoredDocument } | { problem: DocumentProblem }> {
  return inspectFile(input.upload, input, async ({ file, bytes, mediaType }) => {
    const institutionId = await institutionOf(services.db, input);
    // Whoever is the other side of a case about a NIK may never have applied to the institution that decides it.
    if (input.nikCaseId !== undefined && institutionId !== null) {
      await ensurePersonKey(services.db, services.keyring, { accountId: input.accountId, institutionId });
    }
    const document = { id: uuidv7(), name: file.name, mediaType, size: file.size };
    await keep(services, input, { ...document, institutionId, file, bytes });
    return { document };
  });
}

type Kept = StoredDocument & {
  readonly institutionId: string | null;
  readonly file: ReceivedFile;
  readonly bytes: Buffer;
};

async function keep({ db, keyring, blobs }: StoreServices, input: StoreInput, kept: Kept): Promise<void> {
  const key = await documentKey(db, keyring, { account_id: input.accountId, institution_id: kept.institutionId });
  const blob = newBlobName();
  await blobs.put(blob, sealOriginal(key, kept.id, kept.bytes));
  try {
    await db.transaction().execute(async (trx) => {
      await lockPlace(trx, input);
      await checkReplaceable(trx, input);
      const replaced = await removePresent(trx, input);
      await trx
        .insertInto("documents")
        .values({
          id: kept.id,
          account_id: input.accountId,
          application_id: input.applicationId,
          nik_case_id: input.nikCaseId ?? null,
          institution_id: kept.institutionId,
          slot: input.slot,
          status: "quarantined",
          name_sealed: sealName(key, kept.id, kept.name),
          media_type: kept.mediaType,
          size: kept.size,
          sha256: kept.file.sha256,
          original_blob: blob,
        })
        .execute();
      await enqueue(trx, "check-document", { documentId: kept.id, maxPages: input.maxPages ?? MOST_PAGES });
      await recordAudit(trx, {
        ...input.actor,
        action: "document.upload",
        institutionId: kept.institutionId,
        subjectKind: "document",
        subjectId: kept.id,
        data: {
          application: input.applicationId,
          slot: input.slot,
          sha256: kept.file.sha256.toString("hex"),
          replaced,
        },
      });
      await input.onChanged?.(trx);
    });
  } catch (cause) {
    await blobs.remove(blob);
    throw cause;
  }
}

/** Gives the id of what stood in a place, marked as removed; its pages stay, since an earlier round may speak of them. */
export async function removePresent(trx: Transaction<DB>, place: Place): Promise<string | null> {
  const rows = await trx
    .updateTable("documents")
    .set((eb) => ({ status: "removed" as const, removed_at: eb.fn<Date>("app_now") }))
    .where("account_id", "=", place.accountId)
    .where("status", "<>", "removed")
    .where((eb) =>
      place.nikCaseId !== undefined
        ? eb.and([eb("nik_case_id", "=", place.nikCaseId), eb("slot", "=", place.slot)])
        : place.applicationId === null
          ? eb.and([eb("application_id", "is", null), eb("nik_case_id", "is", null)])
          : eb.and([eb("application_id", "=", place.applicationId), eb("slot", "=", place.slot)]),
    )
    .returning("id")
    .execute();
  return rows[0]?.id ?? null;
}
