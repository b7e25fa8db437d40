import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { may, permissionsOf, type Role } from "../accounts/permissions.ts";

const answering = (Object.keys(permissionsOf) as Role[]).filter((role) => may([role], "answer_tickets"));

/** The accounts of whoever may answer tickets of an institution. */
export async function listColleagues(db: Kysely<DB>, institutionId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("staff_roles")
    .select("account_id")
    .distinct()
    .where("institution_id", "=", institutionId)
    .where("role", "in", answering)
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** The institutions where somebody answers tickets. */
export async function listHelpdesks(db: Kysely<DB>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("staff_roles")
    .select("institution_id")
    .distinct()
    .where("role", "in", answering)
    .execute();
  return rows.map(({ institution_id }) => institution_id);
}
