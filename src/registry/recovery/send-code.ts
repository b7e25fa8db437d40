import { createHmac, randomInt } from "node:crypto";
import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { findChannel } from "../accounts/code-channels.ts";
import { atLeast } from "../accounts/even-time.ts";
import type { CodeKind } from "../accounts/factors.query.ts";
import { spendQuietly } from "../accounts/guessed-names.ts";
import { rules } from "../accounts/rules.ts";
import type { AccountServices } from "../accounts/services.ts";
import { notify } from "../notices/notify.ts";
import { sendText } from "../notices/send-text.ts";
import type { Recovery } from "./recovery.query.ts";

/** Longer than the work for a known name takes, on a busy machine too: it writes more than that for an unknown one. */
export const EVEN_MS = 300;
/** How long a code lives (ASVS V6.5.5). */
const LIVES = "10 minutes";

/**
 * Sends a code by this way, in place of the one before; it is good once and in this browser only. Where the name is
 * nobody's, or the account has no such way, nothing goes out and nothing shows it. Refuses (429) too many
 * by one name; what is too much for the account by all of them is answered alike, and nothing goes out.
 */
export async function sendRecoveryCode(services: AccountServices, recovery: Recovery, way: CodeKind): Promise<void> {
  const { tokenHash, countedAs } = recovery;
  await services.limits.spend(rules.recoveries, countedAs);
  const sends = await spendQuietly(services.limits, rules.recoveries, recovery.accountId ?? `nobody ${countedAs}`);
  const accountId = sends ? recovery.accountId : undefined;
  await atLeast(EVEN_MS, () =>
    services.db.transaction().execute((trx) => keepCode(trx, services, { tokenHash, accountId, way })),
  );
}

/** Keeps a new code and sends it, in one transaction. */
export async function keepCode(
  trx: Kysely<DB>,
  { keyring }: Pick<AccountServices, "keyring">,
  sent: { readonly tokenHash: Buffer; readonly accountId: string | undefined; readonly way: CodeKind },
): Promise<void> {
  const { tokenHash, accountId, way } = sent;
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await trx
    .updateTable("recoveries")
    .set({
      code_way: way,
      code_hmac: codeHmac(keyring, tokenHash, { way, code }),
      code_expires_at: sql<Date>`app_now() + ${LIVES}::interval`,
      tries: 0,
    })
    .where("token_hash", "=", tokenHash)
    .execute();
  if (accountId === undefined) return;
  const to = await findChannel({ db: trx, keyring }, accountId, way);
  if (to === undefined) return;
  if (way === "email") await notify(trx, keyring, { accountId, kind: "recovery_code", data: { code } });
  else await sendText(trx, keyring, { accountId, kind: "recovery_code", to, data: { code } });
}

/** What stands in the database of a code. */
export function codeHmac(
  keyring: Keyring,
  tokenHash: Buffer,
  { way, code }: { readonly way: CodeKind; readonly code: string },
): Buffer {
  return createHmac("sha256", keyring.signing)
    .update(`recovery|${tokenHash.toString("base64url")}|${way}|${code}`)
    .digest();
}
