import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { hashToken, isToken, newToken } from "../../platform/http/tokens.ts";
import { recordAudit } from "../audit/record.ts";
import type { Session } from "../sessions/session.ts";
import { openVisitor, sealVisitor, type Visitor } from "../sessions/visitor.ts";
import { accountKey } from "./keys.ts";
import type { AccountServices } from "./services.ts";

/** How long a browser does without the second factor. */
export const REMEMBERED_DAYS = 30;

/** Several people of a family share one telephone; more than so many, and the oldest is forgotten. */
const MOST = 6;

/**
 * Remembers the browser after the second factor was given in it. Gives the cookie's new value; `known` is the cookie so
 * far. Staff are never remembered: undefined.
 */
export async function rememberForFactor(
  services: AccountServices,
  session: Session,
  browser: { readonly visitor: Visitor; readonly known: string | undefined },
): Promise<string | undefined> {
  if (session.staff) return undefined;
  const { accountId } = session;
  const token = newToken();
  const key = await accountKey(services.db, services.keyring, accountId);
  const others = tokensOf(browser.known);
  await services.db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom("remembered_devices")
      .where("account_id", "=", accountId)
      .where((build) =>
        build.or([
          build("expires_at", "<=", sql<Date>`app_now()`),
          ...(others.length > 0 ? [build("token_hash", "in", others.map(hashToken))] : []),
        ]),
      )
      .execute();
    await trx
      .insertInto("remembered_devices")
      .values({
        id: uuidv7(),
        token_hash: hashToken(token),
        account_id: accountId,
        visitor_sealed: sealVisitor(key, accountId, browser.visitor),
        expires_at: sql<Date>`app_now() + make_interval(days => ${REMEMBERED_DAYS})`,
      })
      .execute();
    await audit(trx, session, "account.remember_device");
  });
  return [token, ...others].slice(0, MOST).join(".");
}

/** Whether one of the cookie's tokens lets this account do without its second factor now; notes the use. */
export async function isRemembered(db: Kysely<DB>, accountId: string, cookie: string | undefined): Promise<boolean> {
  const tokens = tokensOf(cookie);
  if (tokens.length === 0) return false;
  const used = await db
    .updateTable("remembered_devices")
    .set({ used_at: sql`app_now()` })
    .where("account_id", "=", accountId)
    .where("token_hash", "in", tokens.map(hashToken))
    .where("expires_at", ">", sql<Date>`app_now()`)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

/** A device as its owner sees it. */
export interface RememberedDevice {
  readonly id: string;
  readonly visitor: Visitor;
  readonly since: Date;
  readonly until: Date;
}

/** The devices that still do without the second factor, the newest first. */
export async function listRemembered(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  accountId: string,
): Promise<readonly RememberedDevice[]> {
  const rows = await services.db
    .selectFrom("remembered_devices")
    .select(["id", "visitor_sealed", "created_at", "expires_at"])
    .where("account_id", "=", accountId)
    .where("expires_at", ">", sql<Date>`app_now()`)
    .orderBy("created_at", "desc")
    .execute();
  if (rows.length === 0) return [];
  const key = await accountKey(services.db, services.keyring, accountId);
  return rows.map((row) => ({
    id: row.id,
    visitor: openVisitor(key, accountId, row.visitor_sealed),
    since: row.created_at,
    until: row.expires_at,
  }));
}

/** Forgets one of the person's devices. Does nothing for one that is not theirs. */
export async function forgetDevice(db: Kysely<DB>, session: Session, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const forgotten = await trx
      .deleteFrom("remembered_devices")
      .where("id", "=", id)
      .where("account_id", "=", session.accountId)
      .executeTakeFirst();
    if (forgotten.numDeletedRows > 0n) await audit(trx, session, "account.forget_device");
  });
}

/** Forgets all of an account's devices: with a new password, or after a lost factor. */
export async function forgetDevices(trx: Kysely<DB>, accountId: string): Promise<void> {
  await trx.deleteFrom("remembered_devices").where("account_id", "=", accountId).execute();
}

function tokensOf(cookie: string | undefined): string[] {
  return (cookie ?? "").split(".", MOST).filter(isToken);
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
