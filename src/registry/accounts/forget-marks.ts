import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/**
 * Forgets all browsers that have logged in to an account before: their marks give no tries of their own any more, and the
 * next login by one of them is told by letter. Gives the epoch of new marks, for the browser that stays known.
 */
export async function forgetMarks(trx: Kysely<DB>, accountId: string): Promise<number> {
  const { marks_epoch } = await trx
    .updateTable("accounts")
    .set({ marks_epoch: sql`marks_epoch + 1` })
    .where("id", "=", accountId)
    .returning("marks_epoch")
    .executeTakeFirstOrThrow();
  return marks_epoch;
}
