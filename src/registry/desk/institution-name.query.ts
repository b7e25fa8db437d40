import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** The name of an institution in both languages, for letters. Throws when there is none. */
export async function institutionName(db: Kysely<DB>, id: string): Promise<{ id: string; en: string }> {
  const row = await db.selectFrom("institutions").select("name").where("id", "=", id).executeTakeFirstOrThrow();
  return row.name as { id: string; en: string };
}

/** The names of several institutions by their ids. */
export async function listInstitutionNames(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly en: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("institutions").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name as { readonly id: string; readonly en: string }]));
}
