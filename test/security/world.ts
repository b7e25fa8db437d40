import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskBlobStore } from "../../src/platform/files/blob-store.ts";
import { testApp, type TestApp } from "../app.ts";
import { worldOf, type ReviewWorld } from "../applications.ts";
import { publishFrom } from "../seed.ts";

/** The application on its server, and its database as the helpers for applications know it. */
export interface SecurityWorld {
  readonly app: TestApp;
  readonly reviews: ReviewWorld;
  /** Where `reviews.blobs` keeps its files; the app has a folder of its own. */
  readonly blobFolder: string;
  close(): Promise<void>;
}

/** Makes a `SecurityWorld` in which npwp-pribadi is open; close it in `afterAll`. */
export async function securityWorld(): Promise<SecurityWorld> {
  const app = await testApp();
  const { institutionId } = await publishFrom(app, "programs/npwp-pribadi");
  const blobFolder = await mkdtemp(join(tmpdir(), "security-"));
  const { database, keyring } = app;
  const reviews = worldOf({ database, keyring, blobs: diskBlobStore(blobFolder) }, institutionId);
  return {
    app,
    reviews,
    blobFolder,
    close: async () => {
      await app.close();
      await rm(blobFolder, { recursive: true, force: true });
    },
  };
}
