import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { hashToken, isToken, newToken } from "../../platform/http/tokens.ts";

export type LinkPurpose = "activate" | "reset";

/** How long links in letters live (security.md 2.5). */
const lifetimes = { activate: "24 hours", reset: "30 minutes" } as const satisfies Record<LinkPurpose, string>;

/** A link as it stands now. */
export interface Link {
  readonly accountId: string;
  readonly accountStatus: "pending" | "active" | "closed";
  readonly state: "valid" | "used" | "expired";
}

/** Makes a link; the token is returned once, for the letter. */
export async function issueLink(db: Kysely<DB>, accountId: string, purpose: LinkPurpose): Promise<string> {
  const token = newToken();
  await db
    .insertInto("account_tokens")
    .values({
      token_hash: hashToken(token),
      account_id: accountId,
      purpose,
      expires_at: sql`app_now() + ${lifetimes[purpose]}::interval`,
    })
    .execute();
  return token;
}

/** Looks at a link without using it; undefined for one that we never sent. */
export async function findLink(db: Kysely<DB>, purpose: LinkPurpose, token: string): Promise<Link | undefined> {
  if (!isToken(token)) return undefined;
  const row = await db
    .selectFrom("account_tokens as t")
    .innerJoin("accounts as a", "a.id", "t.account_id")
    .select(["t.account_id", "a.status", "t.used_at"])
    .select(sql<boolean>`t.expires_at <= app_now()`.as("expired"))
    .where("t.token_hash", "=", hashToken(token))
    .where("t.purpose", "=", purpose)
    .executeTakeFirst();
  if (!row) return undefined;
  const state = row.used_at ? "used" : row.expired ? "expired" : "valid";
  return { accountId: row.account_id, accountStatus: row.status, state };
}

/** Uses a link up and says whose it was; undefined when it is used, expired or unknown. Of two at once one wins. */
export async function spendLink(db: Kysely<DB>, purpose: LinkPurpose, token: string): Promise<string | undefined> {
  if (!isToken(token)) return undefined;
  const row = await db
    .updateTable("account_tokens")
    .set({ used_at: sql`app_now()` })
    .where("token_hash", "=", hashToken(token))
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", sql<Date>`app_now()`)
    .returning("account_id")
    .executeTakeFirst();
  return row?.account_id;
}

/** Ends every open link of an account for a purpose. */
export async function endLinks(db: Kysely<DB>, accountId: string, purpose: LinkPurpose): Promise<void> {
  await db
    .updateTable("account_tokens")
    .set({ used_at: sql`app_now()` })
    .where("account_id", "=", accountId)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .execute();
}
