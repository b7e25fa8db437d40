import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { allowPolicyAct, type PolicyAct, recordPolicy } from "../password-policies/policy-act.ts";
import { withStaff } from "../reviews/with-staff.ts";

/** Months that an institution may choose: fewer than the 14 days of reopening would cut off who replies. */
export const retentionMonths = { least: 1, most: 120 } as const;

/** How long an institution keeps answered tickets. */
export interface Retention {
  readonly institutionId: string;
  readonly slug: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly zone: string;
  readonly months: number;
  /** Who said so and when; undefined where nobody did, and it is a year. */
  readonly set: { readonly by: string; readonly at: Date } | undefined;
}

/** The retention of these institutions. `db` must see them; see `withStaff`. */
export async function listRetentions(db: Kysely<DB>, institutions: readonly string[]): Promise<readonly Retention[]> {
  const rows = await db
    .selectFrom("institutions as i")
    .leftJoin("ticket_retentions as r", "r.institution_id", "i.id")
    .select([
      "i.id",
      "i.slug",
      "i.name",
      "i.zone",
      "r.set_by",
      "r.set_at",
      sql<number>`ticket_months(i.id)`.as("months"),
    ])
    .where("i.id", "in", institutions)
    .orderBy("i.slug")
    .execute();
  return rows.map(({ id, slug, name, zone, months, set_by: by, set_at: at }) => ({
    institutionId: id,
    slug,
    name: name as Retention["name"],
    zone,
    months,
    set: by !== null && at !== null ? { by, at } : undefined,
  }));
}

/**
 * Sets how long an institution keeps answered tickets, those that are answered already as well; for 7 days nothing of it
 * is erased. Refuses (403) another institution. `db` is a connection of `daftar_staff`.
 */
export async function setRetention(db: Kysely<DB>, act: PolicyAct & { readonly months: number }): Promise<void> {
  allowPolicyAct(act);
  const { institutionId, actorId, months } = act;
  await withStaff(db, act.institutions, async (trx) => {
    const [before] = await listRetentions(trx, [institutionId]);
    const values = { months, set_by: actorId, set_at: sql<Date>`app_now()` };
    await trx
      .insertInto("ticket_retentions")
      .values({ institution_id: institutionId, ...values })
      .onConflict((clash) => clash.column("institution_id").doUpdateSet(values))
      .execute();
    await recordPolicy(trx, act, "tickets.set_retention", { months, monthsBefore: before?.months ?? null });
  });
}
