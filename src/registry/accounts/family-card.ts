import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import type { Session } from "../sessions/session.ts";
import { accountKey } from "./keys.ts";
import type { AccountServices } from "./services.ts";

/** The number of the family card (KK) that a person gave; undefined where they gave none. Throws when there is no such account. */
export async function findFamilyCard(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<string | undefined> {
  const { kk_sealed } = await db
    .selectFrom("accounts")
    .select("kk_sealed")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  return kk_sealed
    ? open(await accountKey(db, keyring, accountId), kk_sealed, familyCardContext(accountId)).toString("utf8")
    : undefined;
}

/**
 * Notes the number of a person's family card, in place of one given before. A family shares it: it is never taken, and
 * nobody signs in with it, so there is no limit by which others' numbers would be guarded.
 */
export async function stateFamilyCard(services: AccountServices, session: Session, number: string): Promise<void> {
  const { accountId } = session;
  await services.db.transaction().execute(async (trx) => {
    const key = await accountKey(trx, services.keyring, accountId);
    await trx
      .updateTable("accounts")
      .set({ kk_sealed: seal(key, number, familyCardContext(accountId)) })
      .where("id", "=", accountId)
      .execute();
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.state_kk",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
}

/** Context under which it is sealed with the account key. */
export function familyCardContext(accountId: string): string {
  return `accounts|kk|${accountId}`;
}
