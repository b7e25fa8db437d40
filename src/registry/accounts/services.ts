import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import type { Passwords } from "./passwords.ts";

/** What decisions about accounts need; made once in `compose.ts`. */
export interface AccountServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly passwords: Passwords;
  readonly limits: Limits;
  /** Whether the platform asks security questions; off where nothing is said. */
  readonly asksQuestions?: boolean;
}
