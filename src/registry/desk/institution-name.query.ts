import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** The name of an institution in both languages, for letters. Throws when there is none. */
export async function institutionName(db: Kysely<DB>, id: string): Promise<{ id: string; en: string }> {
  const row = await db.selectFrom("institutions").select("name").where("id", "=", id).executeTakeFirstOrThrow();
  return row.name as { id: string; en: string };
}
