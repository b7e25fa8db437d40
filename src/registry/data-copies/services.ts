import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Catalog } from "../programs/catalog.ts";

/** What gathering a person's data needs; `db` is the worker's. */
export interface CopyServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
  readonly catalog: Catalog;
}
