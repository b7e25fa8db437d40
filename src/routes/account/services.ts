import type { AccountServices } from "../../registry/accounts/services.ts";
import type { Places } from "../../platform/places/places.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Regions } from "../../program/regions.ts";
import type { PasskeySite } from "../../registry/passkeys/site.ts";
import type { Draw } from "../draw.tsx";

/** What the account pages need. */
export interface AccountRouteServices extends AccountServices {
  readonly draw: Draw;
  /** By which the district in a NIK is known. */
  readonly regions: Regions;
  /** What passkeys are bound to. */
  readonly site: PasskeySite;
  /** Where network addresses are. */
  readonly places: Places;
  /** Whether short messages can be sent. */
  readonly sendsTexts: boolean;
  readonly blobs: BlobStore;
  /** Folder in which uploads lie while they arrive. */
  readonly quarantine: string;
}
