import type { Kysely } from "kysely";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { GatewayOf } from "../../platform/payments/gateway.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import type { Draw } from "../draw.tsx";

/** What the applicant's pages work with. */
export interface ApplyServices {
  readonly db: Kysely<DB>;
  /** For what most requests read, see `Db`. */
  readonly reads: Kysely<DB>;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
  readonly blobs: BlobStore;
  readonly limits: Limits;
  readonly draw: Draw;
  /** Where people reach us, for the codes on papers. */
  readonly publicUrl: string;
  /** Folder in which uploads lie while they arrive. */
  readonly quarantine: string;
  /** Who takes payments for an institution. */
  readonly gatewayOf: GatewayOf;
}
