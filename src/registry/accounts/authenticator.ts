import { generateSecret, generateURI, verifySync } from "otplib";
import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { endCooling } from "../recovery/cooling.ts";
import { renewWithFactor, type Session } from "../sessions/session.ts";
import { hasSecondFactor } from "./factors.query.ts";
import { accountKey } from "./keys.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/** One step either way: telephones' clocks are not exact. */
const TOLERANCE_SECONDS = 30;

/** Whether the account has an authenticator that counts. */
export async function hasAuthenticator(db: Kysely<DB>, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("account_factors")
    .select("id")
    .where("account_id", "=", accountId)
    .where("confirmed_at", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The secret to be set up, the same at every look until it is confirmed. */
export async function prepareAuthenticator(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<string> {
  const key = await accountKey(db, keyring, accountId);
  const waiting = await findUnconfirmed(db, accountId);
  if (waiting) return open(key, waiting.sealed, factorContext(waiting.id)).toString("utf8");
  const id = uuidv7();
  const secret = generateSecret();
  await db
    .insertInto("account_factors")
    .values({ id, account_id: accountId, kind: "totp", sealed: seal(key, secret, factorContext(id)) })
    .execute();
  return secret;
}

/** The address that an authenticator app reads from the QR code. */
export function authenticatorUri(secret: string, email: string): string {
  return generateURI({ issuer: "Daftar", label: email, secret });
}

/**
 * Confirms the prepared authenticator with its first right code; it takes the place of an earlier
 * one. Gives the new session's token, or undefined for a wrong code.
 */
export async function confirmAuthenticator(
  services: AccountServices,
  session: Session,
  code: string,
): Promise<string | undefined> {
  await services.limits.guess(rules.factor, session.accountId);
  const prepared = await findUnconfirmed(services.db, session.accountId);
  if (!prepared) return undefined;
  const step = await stepOf(services, session.accountId, prepared, code);
  if (step === undefined) return undefined;
  await services.limits.forget(rules.factor, session.accountId);
  return services.db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom("account_factors")
      .where("account_id", "=", session.accountId)
      .where("confirmed_at", "is not", null)
      .execute();
    const confirmed = await trx
      .updateTable("account_factors")
      .set({ confirmed_at: sql`app_now()`, last_step: step })
      .where("id", "=", prepared.id)
      .where("confirmed_at", "is", null)
      .executeTakeFirst();
    if (confirmed.numUpdatedRows === 0n) return undefined;
    await audit(trx, session, "account.set_up_factor");
    await notify(trx, services.keyring, { accountId: session.accountId, kind: "factor_added", data: {} });
    return renewWithFactor(trx, session);
  });
}

/** Takes the authenticator away, and the recovery codes when they stand in for nothing any more. The owner is told by letter. */
export async function removeAuthenticator(services: AccountServices, session: Session): Promise<void> {
  const { accountId } = session;
  await services.db.transaction().execute(async (trx) => {
    const removed = await trx
      .deleteFrom("account_factors")
      .where("account_id", "=", accountId)
      .where("kind", "=", "totp")
      .where("confirmed_at", "is not", null)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) return;
    if (!(await hasSecondFactor(trx, accountId))) {
      await trx.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
    }
    await audit(trx, session, "account.remove_factor");
    await notify(trx, services.keyring, { accountId, kind: "factor_removed", data: {} });
  });
}

/** Checks a code at login. Gives the new session's token, or undefined for a wrong or an already used code. */
export async function giveCode(services: AccountServices, session: Session, code: string): Promise<string | undefined> {
  const { accountId } = session;
  await services.limits.guess(rules.factor, accountId);
  return services.db.transaction().execute(async (trx) => {
    if (!(await takeAuthenticatorCode(trx, services.keyring, accountId, code))) return undefined;
    await services.limits.forget(rules.factor, accountId);
    await audit(trx, session, "account.give_factor");
    await endCooling(trx, accountId);
    return renewWithFactor(trx, session);
  });
}

/** Uses a code of the account's authenticator up; false for a wrong or an already used one. Count the guess first. */
export async function takeAuthenticatorCode(
  trx: Kysely<DB>,
  keyring: Keyring,
  accountId: string,
  code: string,
): Promise<boolean> {
  const factor = await trx
    .selectFrom("account_factors")
    .select(["id", "sealed"])
    .select(sql<Date>`app_now()`.as("now"))
    .where("account_id", "=", accountId)
    .where("confirmed_at", "is not", null)
    .executeTakeFirst();
  if (!factor) return false;
  const step = await stepOf({ db: trx, keyring }, accountId, factor, code);
  if (step === undefined) return false;
  // One statement decides, so of two posts of the same code only one gets in.
  const used = await trx
    .updateTable("account_factors")
    .set({ last_step: step })
    .where("id", "=", factor.id)
    .where("last_step", "<", step)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

interface FactorRow {
  readonly id: string;
  readonly sealed: Buffer;
  readonly now: Date;
}

function findUnconfirmed(db: Kysely<DB>, accountId: string): Promise<FactorRow | undefined> {
  return db
    .selectFrom("account_factors")
    .select(["id", "sealed"])
    .select(sql<Date>`app_now()`.as("now"))
    .where("account_id", "=", accountId)
    .where("confirmed_at", "is", null)
    .orderBy("created_at", "desc")
    .executeTakeFirst();
}

/** The 30-second step that the code belongs to, or undefined for a wrong one. */
async function stepOf(
  services: Pick<AccountServices, "db" | "keyring">,
  accountId: string,
  factor: FactorRow,
  code: string,
): Promise<number | undefined> {
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const key = await accountKey(services.db, services.keyring, accountId);
  const secret = open(key, factor.sealed, factorContext(factor.id)).toString("utf8");
  const epoch = Math.floor(factor.now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
  return result.valid && "timeStep" in result ? result.timeStep : undefined;
}

async function audit(trx: Kysely<DB>, session: Session, action: string): Promise<void> {
  await recordAudit(trx, {
    actorId: session.accountId,
    actorKind: session.staff ? "staff" : "applicant",
    action,
    subjectKind: "account",
    subjectId: session.accountId,
  });
}

/** Context under which the secret of a factor is sealed. */
export function factorContext(factorId: string): string {
  return `account_factors|totp|${factorId}`;
}
