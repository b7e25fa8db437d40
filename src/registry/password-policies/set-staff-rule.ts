import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { allowPolicyAct, recordPolicy, type PolicyAct } from "./policy-act.ts";

/** What an institution asks of its staff's new passwords. */
export interface StaffPasswordRule extends PolicyAct {
  /** Fewest characters, 12 to 64; what the platform asks still holds where it is more. */
  readonly least: number;
  /** Fewest kinds of characters, 1 (no rule) to 4. */
  readonly kinds: number;
  /** Why; never about a person. */
  readonly reason: string;
}

/**
 * Sets how long the passwords of an institution's staff must be, from the next one that anybody chooses; those that
 * exist stay. Refuses (403) another institution. `db` is a connection of `daftar_staff`.
 */
export async function setStaffRule(db: Kysely<DB>, rule: StaffPasswordRule): Promise<void> {
  allowPolicyAct(rule);
  const { institutionId, actorId, least, kinds, reason } = rule;
  await withStaff(db, rule.institutions, async (trx) => {
    const before = await trx
      .selectFrom("staff_password_rules")
      .select(["least", "kinds"])
      .where("institution_id", "=", institutionId)
      .executeTakeFirst();
    const values = { least, kinds, reason, set_by: actorId, set_at: sql<Date>`app_now()` };
    await trx
      .insertInto("staff_password_rules")
      .values({ institution_id: institutionId, ...values })
      .onConflict((clash) => clash.column("institution_id").doUpdateSet(values))
      .execute();
    await recordPolicy(trx, rule, "passwords.set_staff_rule", {
      least,
      kinds,
      leastBefore: before?.least ?? null,
      kindsBefore: before?.kinds ?? null,
    });
  });
}
