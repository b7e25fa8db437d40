import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** The photo of an account as it stands: being checked, shown, or refused by the checks. */
export interface Photo {
  readonly id: string;
  readonly status: "quarantined" | "ready" | "refused";
}

/** Name of the slot in which the account's photo lies. */
export const photoSlot = "photo";

/** The present photo of an account, or undefined. */
export async function findPhoto(db: Kysely<DB>, accountId: string): Promise<Photo | undefined> {
  const row = await db
    .selectFrom("documents")
    .select(["id", "status"])
    .where("account_id", "=", accountId)
    .where("application_id", "is", null)
    .where("slot", "=", photoSlot)
    .where("status", "!=", "removed")
    .executeTakeFirst();
  return row && row.status !== "removed" ? { id: row.id, status: row.status } : undefined;
}
