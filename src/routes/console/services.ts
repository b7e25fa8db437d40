import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { ReviewServices } from "../../registry/reviews/act.ts";
import type { PasswordLengths } from "../../registry/accounts/password-rules.ts";
import type { Limits } from "../../platform/limits.ts";
import type { Draw } from "../draw.tsx";

/** What the console needs; `db` is a connection of `daftar_staff`. */
export interface ConsoleServices extends ReviewServices {
  readonly blobs: BlobStore;
  readonly draw: Draw;
  readonly limits: Limits;
  /** Folder in which uploads lie while they arrive. */
  readonly quarantine: string;
  /** Whether short messages can be sent here. */
  readonly sendsTexts: boolean;
  /** Fewest characters of a password on this platform. */
  readonly passwordLengths: PasswordLengths;
}
