import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Whether an account has a proven NIK; then it claims no other one. */
export async function hasProvenNik(db: Kysely<DB>, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("account_identifiers")
    .select("id")
    .where("account_id", "=", accountId)
    .where("kind", "=", "nik")
    .where("verified_at", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}
