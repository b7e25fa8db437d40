import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { accountKey } from "../accounts/keys.ts";
import type { Session } from "./session.ts";
import { openVisitor, type Visitor } from "./visitor.ts";

/** A login as its owner sees it. */
export interface OwnLogin {
  readonly id: string;
  readonly visitor: Visitor | undefined;
  readonly loggedInAt: Date;
  readonly seenAt: Date;
  /** Wrong passwords tried since the login before. */
  readonly failedBefore: number;
  /** Whether it is still signed in. */
  readonly living: boolean;
  /** Whether it is the browser that asks. */
  readonly here: boolean;
}

/** So many logins are shown; older ones are swept after 90 days. */
const SHOWN = 50;

/** The latest logins of an account, living ones and ended ones, the newest first. */
export async function listLogins(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  session: Pick<Session, "accountId" | "tokenHash">,
): Promise<readonly OwnLogin[]> {
  const { accountId } = session;
  const key = await accountKey(services.db, services.keyring, accountId);
  const rows = await services.db
    .selectFrom("sessions")
    .select(["id", "token_hash", "visitor_sealed", "created_at", "seen_at", "failed_before"])
    .select(sql<boolean>`ended_at is null and idle_until > app_now() and expires_at > app_now()`.as("living"))
    .where("account_id", "=", accountId)
    .orderBy("created_at", "desc")
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    visitor: row.visitor_sealed === null ? undefined : openVisitor(key, accountId, row.visitor_sealed),
    loggedInAt: row.created_at,
    seenAt: row.seen_at,
    failedBefore: row.failed_before,
    living: row.living,
    here: row.token_hash.equals(session.tokenHash),
  }));
}
