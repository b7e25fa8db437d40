import type { Kysely } from "kysely";
import type { DB } from "../../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../../platform/files/blob-store.ts";
import type { Keyring } from "../../../platform/keys/keyring.ts";
import type { Limits } from "../../../platform/limits.ts";
import type { Regions } from "../../../program/regions.ts";
import type { Catalog } from "../../../registry/programs/catalog.ts";
import type { TicketCategory } from "../../../registry/tickets/category-file.ts";
import type { DukcapilOffices } from "../../../registry/tickets/dukcapil-file.ts";
import type { Draw } from "../../draw.tsx";

/** What pages of tickets need; `db` is a connection of `daftar_web`. */
export interface TicketServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly categories: readonly TicketCategory[];
  readonly dukcapil: DukcapilOffices;
  readonly limits: Limits;
  readonly keyring: Keyring;
  readonly regions: Regions;
  readonly blobs: BlobStore;
  /** Folder in which uploads lie while they arrive. */
  readonly quarantine: string;
  readonly draw: Draw;
}
