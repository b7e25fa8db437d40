import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import { remindPasswords } from "../registry/password-policies/remind.ts";

/** Says 14, 7 and 1 days before that a password expires, where an institution lets them; due every hour. */
export function remindPasswordsJob(services: {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}): () => Promise<void> {
  return async () => {
    await remindPasswords(services);
  };
}
