import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { auditRecord } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { newToken } from "../../platform/http/tokens.ts";
import { sessionEnd, sessionRow } from "../sessions/session.ts";
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

/** A session that has just begun: its token, for the cookie, and whether it owes the second factor. */
export interface BegunSession {
  readonly token: string;
  readonly awaitsFactor: boolean;
}

/**
 * Begins a session for somebody who has just proved who they are. A login from a new device is told by letter, except
 * the first of all; that takes a transaction. From a known device the session, the end of the one before and the audit
 * record are one statement, since a crowd that logs in pays for each way to the database.
 */
export async function beginSession(
  db: Kysely<DB>,
  keyring: Keyring,
  account: { readonly id: string; readonly staff: boolean },
  login: Login,
): Promise<BegunSession> {
  const { id: accountId, staff } = account;
  const kind = staff ? "staff" : "applicant";
  if (!login.knownDevice) await tellOfNewDevice(db, keyring, accountId, login.visitor);
  const remembered = !staff && (await isRemembered(db, accountId, login.remembered));
  const visitor = sealVisitor(await accountKey(db, keyring, accountId), accountId, login.visitor);
  const token = newToken();
  const begun = await db
    .with("ended", (cte) => sessionEnd(cte, login.session ?? null))
    .with("audited", (cte) =>
      auditRecord(cte, {
        actorId: accountId,
        actorKind: kind,
        action: "account.login",
        subjectKind: "account",
        subjectId: accountId,
        data: { by: login.by, failedBefore: login.failed },
      }),
    )
    .with("begun", (cte) =>
      sessionRow(cte, token, {
        accountId,
        kind,
        factor: login.by === "passkey",
        byPassword: login.by === "password",
        remembered,
        visitor,
        failedBefore: login.failed,
      }),
    )
    .selectFrom("begun")
    .select("awaits_factor")
    .executeTakeFirstOrThrow();
  return { token, awaitsFactor: begun.awaits_factor };
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
