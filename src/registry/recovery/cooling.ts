import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";
import { endRemoval } from "./lost-factor.ts";

/** How long a recovered account stays as it is (security.md 2.4), so that its owner hears of it before a thief settles in. */
const COOLING = "24 hours";

/** Begins the time in which addresses, factors and what cannot be undone stay as they are; says when it ends. */
export async function beginCooling(trx: Kysely<DB>, accountId: string): Promise<Date> {
  const { cooling_until: until } = await trx
    .updateTable("accounts")
    .set({ cooling_until: sql`app_now() + ${COOLING}::interval` })
    .where("id", "=", accountId)
    .returning("cooling_until")
    .executeTakeFirstOrThrow();
  if (!until) throw new Error("The time that was just written is not there.");
  return until;
}

/** Until when the account stays as it is; undefined when it does not. */
export async function findCooling(db: Kysely<DB>, accountId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom("accounts")
    .select("cooling_until")
    .where("id", "=", accountId)
    .where("cooling_until", ">", sql<Date>`app_now()`)
    .executeTakeFirst();
  return row?.cooling_until ?? undefined;
}

/**
 * Ends it early, and with it the removal of lost factors: the owner has given an authenticator or a passkey, which was theirs before, because none can be added
 * meanwhile. Codes that are sent do not count: whoever recovered the account by a stolen telephone has them as well.
 */
export async function endCooling(trx: Kysely<DB>, accountId: string): Promise<void> {
  await endRemoval(trx, accountId);
  const ended = await trx
    .updateTable("accounts")
    .set({ cooling_until: null })
    .where("id", "=", accountId)
    .where("cooling_until", ">", sql<Date>`app_now()`)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return;
  await recordAudit(trx, {
    actorId: accountId,
    actorKind: "applicant",
    action: "account.end_cooling",
    subjectKind: "account",
    subjectId: accountId,
  });
}
