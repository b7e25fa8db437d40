import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { hashToken, newToken } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { accountKey } from "../accounts/keys.ts";
import { maskEmail } from "../identifiers/email.ts";
import { notify } from "../notices/notify.ts";
import { valueContext } from "./ask.ts";
import { institutionName } from "./institution-name.query.ts";

/**
 * Tells both addresses that the second officer agreed: the old one by a letter with a link to object, the new one by a
 * letter with a link to prove it. Nothing is changed before both the proof and 72 hours after the first letter went out.
 */
export async function tellOfAddress(
  trx: Kysely<DB>,
  keyring: Keyring,
  request: {
    readonly id: string;
    readonly account_id: string;
    readonly institution_id: string;
    readonly value_sealed: Buffer;
  },
): Promise<void> {
  const { id, account_id: accountId } = request;
  const key = await accountKey(trx, keyring, accountId);
  const to = open(key, request.value_sealed, valueContext(id)).toString("utf8");
  const institution = await institutionName(trx, request.institution_id);
  const [proof, objection] = [newToken(), newToken()];
  await trx
    .updateTable("account_requests")
    .set({ proof_hash: hashToken(proof), objection_hash: hashToken(objection), told_at: sql`app_now()` })
    .where("id", "=", id)
    .execute();
  const moving = { token: objection, institution, newAddress: maskEmail(to) };
  await notify(trx, keyring, { accountId, kind: "email_moving", data: moving });
  await notify(trx, keyring, { accountId, kind: "email_claim", data: { token: proof, institution, to } });
}
