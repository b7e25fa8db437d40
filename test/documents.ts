import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { diskBlobStore, type BlobStore } from "../src/platform/files/blob-store.ts";
import { quarantine } from "../src/platform/files/quarantine-file.ts";
import type { Upload } from "../src/platform/http/upload.ts";
import { randomKeyring, type Keyring } from "../src/platform/keys/keyring.ts";
import { ensurePersonKey, newAccountKey, newInstitutionKey } from "../src/registry/accounts/keys.ts";
import { testDatabase, type TestDatabase } from "./database.ts";

/** A database with one institution, one program and a blob store, for tests of documents. */
export interface DocumentWorld {
  readonly database: TestDatabase;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
  readonly blobFolder: string;
  readonly institutionId: string;
  /** A person with a draft. */
  person(): Promise<{ accountId: string; applicationId: string }>;
  /** What `receiveUpload` gives for a file. */
  uploadOf(bytes: Uint8Array, name: string): Promise<Upload>;
  close(): Promise<void>;
}

/** Makes a `DocumentWorld`; close it in `afterAll`. */
export async function documentWorld(): Promise<DocumentWorld> {
  const database = await testDatabase();
  const keyring = randomKeyring();
  const folder = await mkdtemp(join(tmpdir(), "documents-"));
  const blobFolder = join(folder, "blobs");
  const [institutionId, programId, versionId] = [uuidv7(), uuidv7(), uuidv7()];
  const { kysely } = database.owner;
  const { wrapped } = newInstitutionKey(keyring, institutionId);
  await kysely
    .insertInto("institutions")
    .values({ id: institutionId, slug: "contoh", name: { id: "Contoh" }, key_wrapped: wrapped })
    .execute();
  await kysely
    .insertInto("programs")
    .values({ id: programId, institution_id: institutionId, slug: "contoh", opens_at: new Date() })
    .execute();
  await kysely
    .insertInto("program_versions")
    .values({ id: versionId, program_id: programId, content_hash: "contoh", definition: {} })
    .execute();

  async function person(): Promise<{ accountId: string; applicationId: string }> {
    const [accountId, applicationId] = [uuidv7(), uuidv7()];
    await kysely
      .insertInto("accounts")
      .values({ id: accountId, key_wrapped: newAccountKey(keyring, accountId).wrapped })
      .execute();
    await ensurePersonKey(kysely, keyring, { accountId, institutionId });
    await kysely
      .insertInto("applications")
      .values({
        id: applicationId,
        account_id: accountId,
        institution_id: institutionId,
        program_id: programId,
        version_id: versionId,
        language: "id",
        receipt: applicationId,
      })
      .execute();
    return { accountId, applicationId };
  }

  async function uploadOf(bytes: Uint8Array, name: string): Promise<Upload> {
    const file = await quarantine(join(folder, "quarantine"), inOnePiece(bytes), 16 * 1024 * 1024);
    if (file === "too_large") throw new Error("a sample file is too large");
    return { file: { ...file, field: "berkas", name }, fields: new Map(), unread: false };
  }

  async function close(): Promise<void> {
    await database.close();
    await rm(folder, { recursive: true });
  }
  return { database, keyring, blobs: diskBlobStore(blobFolder), blobFolder, institutionId, person, uploadOf, close };
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
