import type { Kysely } from "kysely";
import type { PersonalRule } from "../../program/personal-email.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

/** The e-mail domains that an institution keeps, as they are now. */
export interface EmailLists extends PersonalRule {
  readonly institutionId: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly zone: string;
  /** Which lists these are, and who set them; undefined where nobody did yet. */
  readonly set: { readonly id: string; readonly by: string | null; readonly at: Date } | undefined;
}

/** The lists of these institutions. `db` must see them; see `withStaff`. */
export async function readEmailLists(db: Kysely<DB>, institutions: readonly string[]): Promise<readonly EmailLists[]> {
  const rows = await db
    .selectFrom("institutions as i")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("email_lists as e")
          .select(["e.id as list", "e.allow", "e.deny", "e.set_by", "e.set_at"])
          .whereRef("e.institution_id", "=", "i.id")
          .orderBy("e.set_at", "desc")
          .orderBy("e.id", "desc")
          .limit(1)
          .as("l"),
      (join) => join.onTrue(),
    )
    .select(["i.id", "i.name", "i.zone", "l.list", "l.allow", "l.deny", "l.set_by", "l.set_at"])
    .where("i.id", "in", institutions)
    .orderBy("i.slug")
    .execute();
  return rows.map(({ id, name, zone, list, allow, deny, set_by: by, set_at: at }) => ({
    institutionId: id,
    name: name as EmailLists["name"],
    zone,
    allow: allow ?? [],
    deny: deny ?? [],
    set: list !== null && at !== null ? { id: list, by, at } : undefined,
  }));
}
