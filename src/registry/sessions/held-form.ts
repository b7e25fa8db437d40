import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Form } from "../../platform/http/form.ts";
import { hashToken, isToken, newToken } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { accountKey } from "../accounts/keys.ts";

export interface HeldForm {
  readonly path: string;
  readonly form: Form;
}

type Services = { readonly db: Kysely<DB>; readonly keyring: Keyring };

/**
 * Keeps a form whose session has ended, for an hour and for the person of that session alone.
 * Returns the token for the browser's cookie, or undefined when the cookie never was a session.
 */
export async function holdForm(
  services: Services,
  held: HeldForm & { readonly sessionToken: string },
): Promise<string | undefined> {
  if (!isToken(held.sessionToken)) return undefined;
  const session = await services.db
    .selectFrom("sessions")
    .select("account_id")
    .where("token_hash", "=", hashToken(held.sessionToken))
    .executeTakeFirst();
  if (!session) return undefined;
  const key = await accountKey(services.db, services.keyring, session.account_id);
  const token = newToken();
  const tokenHash = hashToken(token);
  await services.db
    .insertInto("held_forms")
    .values({
      token_hash: tokenHash,
      account_id: session.account_id,
      path: held.path,
      sealed: seal(key, JSON.stringify(held.form), contextOf(tokenHash)),
      expires_at: sql`app_now() + interval '1 hour'`,
    })
    .execute();
  return token;
}

/** The held form of a cookie, if it is this person's and not forgotten. */
export async function findHeldForm(
  services: Services,
  token: string,
  accountId: string,
): Promise<HeldForm | undefined> {
  if (!isToken(token)) return undefined;
  const tokenHash = hashToken(token);
  const row = await services.db
    .selectFrom("held_forms")
    .select(["path", "sealed"])
    .where("token_hash", "=", tokenHash)
    .where("account_id", "=", accountId)
    .where("expires_at", ">", sql<Date>`app_now()`)
    .executeTakeFirst();
  if (!row) return undefined;
  const key = await accountKey(services.db, services.keyring, accountId);
  return { path: row.path, form: JSON.parse(open(key, row.sealed, contextOf(tokenHash)).toString("utf8")) as Form };
}

/** Forgets forms that nobody came back for. */
export async function sweepHeldForms(db: Kysely<DB>): Promise<void> {
  await db
    .deleteFrom("held_forms")
    .where("expires_at", "<=", sql<Date>`app_now()`)
    .execute();
}

function contextOf(tokenHash: Buffer): string {
  return `held_forms|form|${tokenHash.toString("hex")}`;
}
