import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** The latest application of a person in a program, as far as its page must know it. */
export async function findOwnApplication(
  db: Kysely<DB>,
  accountId: string,
  programId: string,
): Promise<{ id: string; editable: boolean } | undefined> {
  const row = await db
    .selectFrom("applications")
    .select(["id", "status"])
    .where("account_id", "=", accountId)
    .where("program_id", "=", programId)
    .where("status", "!=", "withdrawn")
    .orderBy(sql`created_at desc`)
    .executeTakeFirst();
  return row && { id: row.id, editable: row.status === "draft" || row.status === "returned" };
}
