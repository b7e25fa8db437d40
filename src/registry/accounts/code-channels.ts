import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { maskEmail } from "../identifiers/email.ts";
import { notify } from "../notices/notify.ts";
import { sendText } from "../notices/send-text.ts";
import { getProfile } from "./account.query.ts";
import type { CodeKind } from "./factors.query.ts";
import { accountKey } from "./keys.ts";

/** Where a code of this kind goes for an account: its address, or its proven telephone; undefined where there is none. */
export async function findChannel(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  accountId: string,
  kind: CodeKind,
): Promise<string | undefined> {
  if (kind === "email") return (await getProfile(services.db, services.keyring, accountId)).email;
  const row = await services.db
    .selectFrom("account_identifiers")
    .select(["id", "sealed"])
    .where("account_id", "=", accountId)
    .where("kind", "=", "phone")
    .where("verified_at", "is not", null)
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  if (!row) return undefined;
  const key = await accountKey(services.db, services.keyring, accountId);
  return open(key, row.sealed, `account_identifiers|phone|${row.id}`).toString("utf8");
}

/** Sends a code to a channel of `findChannel`, with the transaction that keeps it. */
export async function sendCode(
  trx: Kysely<DB>,
  keyring: Keyring,
  sent: { readonly accountId: string; readonly kind: CodeKind; readonly to: string; readonly code: string },
): Promise<void> {
  const { accountId, kind, to, code } = sent;
  if (kind === "email") return notify(trx, keyring, { accountId, kind: "login_code", data: { code } });
  return sendText(trx, keyring, { accountId, kind: "login_code", to, data: { code } });
}

/** A channel as it is shown to somebody who has given only the password: enough to know one's own, too little to learn it. */
export function masked(kind: CodeKind, to: string): string {
  if (kind === "sms") return `${to.slice(0, 3)}•••••${to.slice(-3)}`;
  return maskEmail(to);
}
