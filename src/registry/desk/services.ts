import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";

/** What the account desk needs; `db` is a connection of `daftar_staff`. */
export interface DeskServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly limits: Limits;
}

/** Which officer acts, and in which institutions they have the permission of the route. */
export interface DeskActor {
  readonly actorId: string;
  readonly institutions: readonly string[];
}

/** What officers can ask to be done with an account. */
export const requestKinds = ["unlock", "reset", "factor", "email", "phone"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Of these, what gives the account another address or telephone. */
export const moveKinds = ["email", "phone"] as const satisfies readonly RequestKind[];
