import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import { addIdentifier, getEmail, isTaken } from "../identifiers/identifier.ts";
import { loginIndex } from "../identifiers/login-name.ts";
import { notify } from "../notices/notify.ts";
import { sendText } from "../notices/send-text.ts";
import { endRecoveries } from "../recovery/recovery.query.ts";
import type { Session } from "../sessions/session.ts";
import { findChannel } from "./code-channels.ts";
import type { CodeKind } from "./factors.query.ts";
import { accountKey } from "./keys.ts";
import { endLinks } from "./link-tokens.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/** How long codes live (ASVS V6.5.5), and how often one may be typed. */
const LIVES = "10 minutes";
const MOST_TRIES = 5;

/** Where somebody can be reached: an address, or a telephone as `+62…`. */
export interface Reach {
  readonly kind: "email" | "phone";
  readonly value: string;
}

/**
 * Sends a code to an address or a telephone, and another one to the account's present one if it has one: a change needs
 * both. Says nothing of whether somebody else has it. Refuses (429) too many, counted for the account and for where they
 * go, so that nobody is flooded from here.
 */
export async function askReachProof(services: AccountServices, session: Session, to: Reach): Promise<void> {
  const { accountId, tokenHash } = session;
  await services.limits.spend(rules.reachProofs, accountId);
  await services.limits.spend(rules.reachCodes, loginIndex(services.keyring, to).toString("hex"));
  const present = await findChannel(services, accountId, channelOf[to.kind]);
  const old = present === undefined ? undefined : { to: present, code: newCode() };
  const code = newCode();
  const key = await accountKey(services.db, services.keyring, accountId);
  const fresh = {
    kind: to.kind,
    value_sealed: seal(key, to.value, context(session)),
    code_hmac: hmacOf(services.keyring, session, "new", code),
    old_code_hmac: old ? hmacOf(services.keyring, session, "old", old.code) : null,
    tries: 0,
    expires_at: sql<Date>`app_now() + ${LIVES}::interval`,
  };
  await services.db.transaction().execute(async (trx) => {
    await trx
      .insertInto("reach_proofs")
      .values({ session_hash: tokenHash, ...fresh })
      .onConflict((conflict) => conflict.column("session_hash").doUpdateSet(fresh))
      .execute();
    await sendCodeTo(trx, services.keyring, accountId, { ...to, code });
    if (old) await sendCodeTo(trx, services.keyring, accountId, { kind: to.kind, value: old.to, code: old.code });
  });
}

/** What is on its way to being an account's own. */
export interface ReachProof extends Reach {
  /** Whether the present one must be proved with it. */
  readonly needsOld: boolean;
}

/** What of this kind the session is proving; undefined when there is nothing. */
export async function findReachProof(
  services: Pick<AccountServices, "db" | "keyring">,
  session: Session,
  kind: Reach["kind"],
): Promise<ReachProof | undefined> {
  const row = await services.db
    .selectFrom("reach_proofs")
    .select(["value_sealed", "old_code_hmac"])
    .where("session_hash", "=", session.tokenHash)
    .where("kind", "=", kind)
    .where("expires_at", ">", sql<Date>`app_now()`)
    .where("tries", "<", MOST_TRIES)
    .executeTakeFirst();
  if (!row) return undefined;
  const key = await accountKey(services.db, services.keyring, session.accountId);
  return {
    kind,
    value: open(key, row.value_sealed, context(session)).toString("utf8"),
    needsOld: row.old_code_hmac !== null,
  };
}

/**
 * Makes it the account's own when every code is right: it is a name to log in with and a way for codes then, in place of
 * the one before, which is told. `taken` where another account has it, which only somebody hears who can be reached there.
 */
export async function proveReach(
  services: AccountServices,
  session: Session,
  codes: { readonly kind: Reach["kind"]; readonly code: string; readonly oldCode: string | undefined },
): Promise<"done" | "wrong" | "taken"> {
  const proof = await findReachProof(services, session, codes.kind);
  if (!proof) return "wrong";
  try {
    const right = await services.db
      .transaction()
      .execute((trx) => takeProof(trx, services.keyring, session, { ...codes, value: proof.value }));
    return right ? "done" : "wrong";
  } catch (error) {
    if (!isTaken(error)) throw error;
    await services.db.deleteFrom("reach_proofs").where("session_hash", "=", session.tokenHash).execute();
    return "taken";
  }
}

async function takeProof(
  trx: Kysely<DB>,
  keyring: Keyring,
  session: Session,
  given: Reach & { readonly code: string; readonly oldCode: string | undefined },
): Promise<boolean> {
  const { accountId, tokenHash } = session;
  // Counted before it is compared: many posts at once wait for each other here, and are no more tries than one by one.
  const sent = await trx
    .updateTable("reach_proofs")
    .set((build) => ({ tries: build("tries", "+", 1) }))
    .where("session_hash", "=", tokenHash)
    .where("kind", "=", given.kind)
    .where("expires_at", ">", sql<Date>`app_now()`)
    .where("tries", "<", MOST_TRIES)
    .returning(["code_hmac", "old_code_hmac"])
    .executeTakeFirst();
  const isCode = (hmac: Buffer, of: "new" | "old", code: string) =>
    timingSafeEqual(hmac, hmacOf(keyring, session, of, code));
  if (!sent || !isCode(sent.code_hmac, "new", given.code)) return false;
  if (sent.old_code_hmac && !isCode(sent.old_code_hmac, "old", given.oldCode ?? "")) return false;
  await trx.deleteFrom("reach_proofs").where("session_hash", "=", tokenHash).execute();
  const key = await accountKey(trx, keyring, accountId);
  const old = given.kind === "email" ? await getEmail(trx, key, accountId) : undefined;
  await trx
    .deleteFrom("account_identifiers")
    .where("account_id", "=", accountId)
    .where("kind", "=", given.kind)
    .execute();
  await addIdentifier(trx, keyring, {
    accountId,
    key,
    name: { kind: given.kind, value: given.value },
    verified: true,
  });
  // Whoever has the old mailbox or telephone may have begun something with it.
  await endLinks(trx, accountId, "reset");
  await endRecoveries(trx, accountId);
  await recordAudit(trx, {
    actorId: accountId,
    actorKind: session.staff ? "staff" : "applicant",
    action: `account.change_${given.kind}`,
    subjectKind: "account",
    subjectId: accountId,
  });
  if (old === undefined) await notify(trx, keyring, { accountId, kind: "phone_changed", data: {} });
  else await notify(trx, keyring, { accountId, kind: "email_changed", data: { to: old } });
  return true;
}

const channelOf = { email: "email", phone: "sms" } as const satisfies Record<Reach["kind"], CodeKind>;

async function sendCodeTo(
  trx: Kysely<DB>,
  keyring: Keyring,
  accountId: string,
  { kind, value: to, code }: Reach & { readonly code: string },
): Promise<void> {
  if (kind === "email") return notify(trx, keyring, { accountId, kind: "email_code", data: { code, to } });
  return sendText(trx, keyring, { accountId, kind: "phone_code", to, data: { code } });
}

function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

function hmacOf(keyring: Keyring, session: Session, of: "new" | "old", code: string): Buffer {
  return createHmac("sha256", keyring.signing)
    .update(`reach proof|${session.tokenHash.toString("base64url")}|${of}|${code}`)
    .digest();
}

function context(session: Session): string {
  return `reach_proofs|${session.tokenHash.toString("hex")}`;
}
