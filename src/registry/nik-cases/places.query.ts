import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** An institution whose officers may decide a case. */
export interface CasePlace {
  readonly id: string;
  readonly name: { readonly id: string; readonly en: string };
}

/** The institutions to which somebody can bring a case: those with an application of theirs, or else any with a program. */
export async function placesOf(db: Kysely<DB>, accountId: string): Promise<CasePlace[]> {
  const all = db.selectFrom("institutions as i").select(["i.id", "i.name"]).orderBy("i.slug");
  const own = await all
    .where("i.id", "in", db.selectFrom("applications").select("institution_id").where("account_id", "=", accountId))
    .execute();
  const rows =
    own.length > 0 ? own : await all.where("i.id", "in", db.selectFrom("programs").select("institution_id")).execute();
  return rows.map(({ id, name }) => ({ id, name: name as CasePlace["name"] }));
}
