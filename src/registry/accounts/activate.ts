import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";
import { getEmail, verifyEmail } from "../identifiers/identifier.ts";
import { accountKey } from "./keys.ts";
import { allowLetter } from "./letter-limits.ts";
import { findLink, spendLink } from "./link-tokens.ts";
import { sendActivation } from "./register.ts";
import type { AccountServices } from "./services.ts";

/** Makes the account of an activation link active. False when the link is used up, expired or unknown. */
export async function activate(services: Pick<AccountServices, "db">, token: string): Promise<boolean> {
  return services.db.transaction().execute(async (trx) => {
    const accountId = await spendLink(trx, "activate", token);
    if (accountId === undefined) return false;
    await becomeActive(trx, accountId);
    return true;
  });
}

/** Notes that the owner of the address has answered. Does nothing for an account that is active already. */
export async function becomeActive(trx: Kysely<DB>, accountId: string): Promise<void> {
  const changed = await trx
    .updateTable("accounts")
    .set({ status: "active", activated_at: sql`app_now()` })
    .where("id", "=", accountId)
    .where("status", "=", "pending")
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return;
  await verifyEmail(trx, accountId);
  await recordAudit(trx, {
    actorId: accountId,
    actorKind: "applicant",
    action: "account.activate",
    subjectKind: "account",
    subjectId: accountId,
  });
}

/**
 * Sends a new letter to whoever holds a dead activation link of a pending account, and says to
 * which address; undefined when there is nothing to activate.
 */
export async function activateAgain(
  services: AccountServices,
  token: string,
  network: string,
): Promise<string | undefined> {
  const link = await findLink(services.db, "activate", token);
  if (!link || link.accountStatus !== "pending") return undefined;
  const key = await accountKey(services.db, services.keyring, link.accountId);
  const email = await getEmail(services.db, key, link.accountId);
  await allowLetter(services, { email, network });
  await services.db.transaction().execute((trx) => sendActivation(trx, services, link.accountId));
  return email;
}
