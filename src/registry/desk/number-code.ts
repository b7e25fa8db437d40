import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import type { Reach } from "../accounts/reach-proof.ts";
import { rules } from "../accounts/rules.ts";
import { loginIndex } from "../identifiers/login-name.ts";
import { sendText } from "../notices/send-text.ts";

/** How long a code lives (ASVS V6.5.5), and how often it may be typed. */
const LIVES = "10 minutes";
const MOST_TRIES = 5;

/** Sends a code to the new number of a change (see `findAddressChange`) that waits for its proof. Refuses (429) too many. */
export async function sendNumberCode(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly limits: Limits },
  { id, accountId, to }: { readonly id: string; readonly accountId: string; readonly to: Reach },
): Promise<void> {
  const { db, keyring, limits } = services;
  await limits.spend(rules.reachProofs, accountId);
  await limits.spend(rules.reachCodes, loginIndex(keyring, to).toString("hex"));
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("account_requests")
      .set({
        code_hmac: hmacOf(keyring, id, code),
        code_tries: 0,
        code_until: sql<Date>`app_now() + ${LIVES}::interval`,
      })
      .where("id", "=", id)
      .execute();
    await sendText(trx, keyring, { accountId, kind: "phone_code", to: to.value, data: { code } });
  });
}

/** Whether that is the code. It is counted before it is compared, so that many at once are no more tries than one by one. */
export async function takeNumberCode(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  requestId: string,
  code: string,
): Promise<boolean> {
  const row = await db
    .updateTable("account_requests")
    .set((build) => ({ code_tries: build("code_tries", "+", 1) }))
    .where("id", "=", requestId)
    .where("code_tries", "<", MOST_TRIES)
    .where("code_until", ">", sql<Date>`app_now()`)
    .returning("code_hmac")
    .executeTakeFirst();
  return row?.code_hmac ? timingSafeEqual(row.code_hmac, hmacOf(keyring, requestId, code)) : false;
}

function hmacOf(keyring: Keyring, requestId: string, code: string): Buffer {
  return createHmac("sha256", keyring.signing).update(`number code|${requestId}|${code}`).digest();
}
