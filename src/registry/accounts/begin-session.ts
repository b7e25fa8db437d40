import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { endSession, startSession } from "../sessions/session.ts";
import { sealVisitor, type Visitor } from "../sessions/visitor.ts";
import { accountKey } from "./keys.ts";
import { isRemembered } from "./remembered-devices.ts";

/** From where a session begins. */
export interface Beginning {
  /** For the owner's list of logins. */
  readonly visitor: Visitor;
  /** Whether this browser has logged in to the account before (`devices.ts`). */
  readonly knownDevice: boolean;
  /** The session that the browser has now; it ends. */
  readonly session: Buffer | undefined;
}

interface Login extends Beginning {
  /** A passkey is two factors at once; a password is one, and the second is owed where there is one. */
  readonly by: "password" | "passkey";
  /** Wrong passwords since the login before. */
  readonly failed: number;
  /** Cookie of `remembered-devices.ts`, if the browser has one. */
  readonly remembered?: string | undefined;
}

/**
 * Begins a session for somebody who has just proved who they are, and returns its token. A login
 * from a new device is told by letter, except the first of all.
 */
export async function beginSession(
  trx: Kysely<DB>,
  keyring: Keyring,
  account: { readonly id: string; readonly staff: boolean },
  login: Login,
): Promise<string> {
  if (login.session) await endSession(trx, login.session);
  await recordAudit(trx, {
    actorId: account.id,
    actorKind: account.staff ? "staff" : "applicant",
    action: "account.login",
    subjectKind: "account",
    subjectId: account.id,
    data: { by: login.by, failedBefore: login.failed },
  });
  if (!login.knownDevice) await tellOfNewDevice(trx, keyring, account.id, login.visitor);
  return startSession(trx, {
    accountId: account.id,
    kind: account.staff ? "staff" : "applicant",
    factor: login.by === "passkey",
    remembered: !account.staff && (await isRemembered(trx, account.id, login.remembered)),
    visitor: sealVisitor(await accountKey(trx, keyring, account.id), account.id, login.visitor),
    failedBefore: login.failed,
  });
}

async function tellOfNewDevice(trx: Kysely<DB>, keyring: Keyring, accountId: string, visitor: Visitor): Promise<void> {
  const earlier = await trx
    .selectFrom("sessions")
    .select(sql<Date>`app_now()`.as("now"))
    .where("account_id", "=", accountId)
    .limit(1)
    .executeTakeFirst();
  if (!earlier) return;
  const { agent, address } = visitor;
  await notify(trx, keyring, {
    accountId,
    kind: "new_device",
    data: { agent, address, at: earlier.now.toISOString() },
  });
}
