import { createHmac, randomInt } from "node:crypto";
import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import { addIdentifier, isTaken } from "../identifiers/identifier.ts";
import { notify } from "../notices/notify.ts";
import { sendText } from "../notices/send-text.ts";
import type { Session } from "../sessions/session.ts";
import { findChannel } from "./code-channels.ts";
import { accountKey } from "./keys.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/** How long codes live (ASVS V6.5.5), and how many wrong ones end them. */
const LIVES = "10 minutes";
const MOST_TRIES = 5;

/**
 * Sends a code to a number (`+62…`), and another one to the account's present number if it has one: a change needs both.
 * Says nothing of whether somebody else has the number. Refuses (429) too many, counted for the account and for the
 * number, so that nobody's telephone is flooded from here.
 */
export async function askPhoneProof(services: AccountServices, session: Session, phone: string): Promise<void> {
  const { accountId, tokenHash } = session;
  await services.limits.spend(rules.phoneProofs, accountId);
  await services.limits.spend(rules.phoneTexts, phone);
  const present = await findChannel(services, accountId, "sms");
  const old = present === undefined ? undefined : { to: present, code: newCode() };
  const code = newCode();
  const key = await accountKey(services.db, services.keyring, accountId);
  const fresh = {
    phone_sealed: seal(key, phone, context(session)),
    code_hmac: hmacOf(services.keyring, session, "new", code),
    old_code_hmac: old ? hmacOf(services.keyring, session, "old", old.code) : null,
    tries: 0,
    expires_at: sql<Date>`app_now() + ${LIVES}::interval`,
  };
  await services.db.transaction().execute(async (trx) => {
    await trx
      .insertInto("phone_proofs")
      .values({ session_hash: tokenHash, ...fresh })
      .onConflict((conflict) => conflict.column("session_hash").doUpdateSet(fresh))
      .execute();
    await sendText(trx, services.keyring, { accountId, kind: "phone_code", to: phone, data: { code } });
    if (old) {
      await sendText(trx, services.keyring, { accountId, kind: "phone_code", to: old.to, data: { code: old.code } });
    }
  });
}

/** A number on its way to being an account's own. */
export interface PhoneProof {
  readonly phone: string;
  /** Whether the present number must be proved with it. */
  readonly needsOld: boolean;
}

/** The number that this session is proving; undefined when there is none. */
export async function findPhoneProof(
  services: Pick<AccountServices, "db" | "keyring">,
  session: Session,
): Promise<PhoneProof | undefined> {
  const row = await services.db
    .selectFrom("phone_proofs")
    .select(["phone_sealed", "old_code_hmac"])
    .where("session_hash", "=", session.tokenHash)
    .where("expires_at", ">", sql<Date>`app_now()`)
    .where("tries", "<", MOST_TRIES)
    .executeTakeFirst();
  if (!row) return undefined;
  const key = await accountKey(services.db, services.keyring, session.accountId);
  return {
    phone: open(key, row.phone_sealed, context(session)).toString("utf8"),
    needsOld: row.old_code_hmac !== null,
  };
}

/**
 * Makes the number the account's own when every code is right: it is a name to log in with and a way for codes then, in
 * place of the one before. `taken` where another account has it, which only somebody hears who holds the telephone.
 */
export async function provePhone(
  services: AccountServices,
  session: Session,
  codes: { readonly code: string; readonly oldCode: string | undefined },
): Promise<"done" | "wrong" | "taken"> {
  const proof = await findPhoneProof(services, session);
  if (!proof) return "wrong";
  try {
    const right = await services.db
      .transaction()
      .execute((trx) => takeProof(trx, services.keyring, session, { ...codes, phone: proof.phone }));
    return right ? "done" : "wrong";
  } catch (error) {
    if (!isTaken(error)) throw error;
    await services.db.deleteFrom("phone_proofs").where("session_hash", "=", session.tokenHash).execute();
    return "taken";
  }
}

async function takeProof(
  trx: Kysely<DB>,
  keyring: Keyring,
  session: Session,
  given: { readonly code: string; readonly oldCode: string | undefined; readonly phone: string },
): Promise<boolean> {
  const { accountId, tokenHash } = session;
  // One statement decides, so that of two posts at once only one is right.
  const spent = await trx
    .deleteFrom("phone_proofs")
    .where("session_hash", "=", tokenHash)
    .where("code_hmac", "=", hmacOf(keyring, session, "new", given.code))
    .where((one) =>
      one.or([
        one("old_code_hmac", "is", null),
        one("old_code_hmac", "=", hmacOf(keyring, session, "old", given.oldCode ?? "")),
      ]),
    )
    .where("expires_at", ">", sql<Date>`app_now()`)
    .where("tries", "<", MOST_TRIES)
    .returning("session_hash")
    .executeTakeFirst();
  if (!spent) {
    await trx
      .updateTable("phone_proofs")
      .set((build) => ({ tries: build("tries", "+", 1) }))
      .where("session_hash", "=", tokenHash)
      .execute();
    return false;
  }
  await trx.deleteFrom("account_identifiers").where("account_id", "=", accountId).where("kind", "=", "phone").execute();
  const key = await accountKey(trx, keyring, accountId);
  await addIdentifier(trx, keyring, {
    accountId,
    key,
    name: { kind: "phone", value: given.phone },
    verified: true,
  });
  await recordAudit(trx, {
    actorId: accountId,
    actorKind: session.staff ? "staff" : "applicant",
    action: "account.change_phone",
    subjectKind: "account",
    subjectId: accountId,
  });
  await notify(trx, keyring, { accountId, kind: "phone_changed", data: {} });
  return true;
}

function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

function hmacOf(keyring: Keyring, session: Session, of: "new" | "old", code: string): Buffer {
  return createHmac("sha256", keyring.signing)
    .update(`phone proof|${session.tokenHash.toString("base64url")}|${of}|${code}`)
    .digest();
}

function context(session: Session): string {
  return `phone_proofs|${session.tokenHash.toString("hex")}`;
}
