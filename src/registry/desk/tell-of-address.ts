import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { hashToken, newToken } from "../../platform/http/tokens.ts";
import { inGroups, newWrittenCode } from "../../platform/http/written-codes.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { findChannel, masked } from "../accounts/code-channels.ts";
import { accountKey } from "../accounts/keys.ts";
import type { Reach } from "../accounts/reach-proof.ts";
import { maskEmail } from "../identifiers/email.ts";
import { notify } from "../notices/notify.ts";
import { sendText } from "../notices/send-text.ts";
import { valueContext } from "./ask.ts";
import { institutionName } from "./institution-name.query.ts";

/**
 * Tells everybody concerned that the second officer agreed. Another address: the old one by a letter with a link to object,
 * the new one by a letter with a link to prove it. Another telephone: the address by both letters, and the old number by a
 * message with a code to object. Nothing is changed before both the proof and 72 hours after the old ones were told.
 */
export async function tellOfAddress(
  trx: Kysely<DB>,
  keyring: Keyring,
  request: {
    readonly id: string;
    readonly account_id: string;
    readonly institution_id: string;
    readonly kind: Reach["kind"];
    readonly value_sealed: Buffer;
  },
): Promise<void> {
  const { id, account_id: accountId } = request;
  const key = await accountKey(trx, keyring, accountId);
  const to = open(key, request.value_sealed, valueContext(id)).toString("utf8");
  const institution = await institutionName(trx, request.institution_id);
  const [proof, objection] = [newToken(), newWrittenCode()];
  await trx
    .updateTable("account_requests")
    .set({ proof_hash: hashToken(proof), objection_hash: hashToken(objection), told_at: sql`app_now()` })
    .where("id", "=", id)
    .execute();
  if (request.kind === "email") {
    const moving = { token: objection, institution, newAddress: maskEmail(to) };
    await notify(trx, keyring, { accountId, kind: "email_moving", data: moving });
    await notify(trx, keyring, { accountId, kind: "email_claim", data: { token: proof, institution, to } });
    return;
  }
  const newPhone = masked("sms", to);
  await notify(trx, keyring, { accountId, kind: "phone_moving", data: { token: objection, institution, newPhone } });
  await notify(trx, keyring, { accountId, kind: "phone_claim", data: { token: proof, institution, newPhone } });
  const old = await findChannel({ db: trx, keyring }, accountId, "sms");
  if (old === undefined) return;
  await sendText(trx, keyring, { accountId, kind: "phone_moving", to: old, data: { code: inGroups(objection) } });
}
