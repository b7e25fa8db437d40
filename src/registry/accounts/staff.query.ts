import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { may, type Permission, type Role } from "./permissions.ts";

/** The institutions in which a person has roles, with the roles. */
export async function listStaffRoles(db: Kysely<DB>, accountId: string): Promise<ReadonlyMap<string, readonly Role[]>> {
  const rows = await db
    .selectFrom("staff_roles")
    .select(["institution_id", "role"])
    .where("account_id", "=", accountId)
    .execute();
  const roles = new Map<string, Role[]>();
  for (const row of rows) {
    roles.set(row.institution_id, [...(roles.get(row.institution_id) ?? []), row.role]);
  }
  return roles;
}

/** The ids of the institutions in which these roles allow the act. */
export function institutionsWhere(roles: ReadonlyMap<string, readonly Role[]>, permission: Permission): string[] {
  return [...roles].filter(([, held]) => may(held, permission)).map(([institution]) => institution);
}
