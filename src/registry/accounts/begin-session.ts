import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notify } from "../notices/notify.ts";
import { startSessionWith, type BegunSession } from "../sessions/session.ts";
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
  /** Keys of counters that begin anew with it (`Limits.keysOf`). */
  readonly forgets?: readonly string[];
}

/** Whose session begins; `keyWrapped` where it was read already. */
interface Beginner {
  readonly id: string;
  readonly staff: boolean;
  readonly keyWrapped?: Uint8Array;
}

/**
 * Begins a session for somebody who has just proved who they are. A login from a new device is told by letter, except
 * the first of all; that takes a transaction. From a known device the session, the end of the one before, the audit
 * record and the end of the counts are one statement, since a crowd that logs in pays for each way to the database.
 */
export async function beginSession(
  db: Kysely<DB>,
  keyring: Keyring,
  account: Beginner,
  login: Login,
): Promise<BegunSession> {
  const { id: accountId, staff } = account;
  const kind = staff ? "staff" : "applicant";
  if (!login.knownDevice) await tellOfNewDevice(db, keyring, accountId, login.visitor);
  const remembered = !staff && (await isRemembered(db, accountId, login.remembered));
  const key = await accountKey(db, keyring, accountId, account.keyWrapped);
  const session = {
    accountId,
    kind,
    factor: login.by === "passkey",
    byPassword: login.by === "password",
    remembered,
    visitor: sealVisitor(key, accountId, login.visitor),
    failedBefore: login.failed,
  } as const;
  const audit = { by: login.by, failedBefore: login.failed };
  return startSessionWith(db, session, { ends: login.session, forgets: login.forgets, audit });
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
