import type postgres from "postgres";
import type { DatabaseRole } from "./connect.ts";

/** Every role the application works under. */
export const databaseRoles = ["daftar_web", "daftar_worker", "daftar_staff"] as const satisfies readonly DatabaseRole[];

/** What an administrator runs where the owner of the database may not do it; also printed in the how-to. */
export function rolesSql(owner: string): string {
  const name = `"${owner.replaceAll('"', '""')}"`;
  return databaseRoles
    .flatMap((role) => [`CREATE ROLE ${role} NOLOGIN;`, `GRANT ${role} TO ${name} WITH SET TRUE, INHERIT FALSE;`])
    .join("\n");
}

/** Makes the roles where they are missing and lets the owner switch to them; throws with the SQL when it may not. */
export async function ensureRoles(sql: postgres.Sql): Promise<void> {
  for (const role of databaseRoles) {
    if (await maySet(sql, role)) continue;
    try {
      await createRole(sql, role);
      await sql.unsafe(`grant ${role} to current_user with set true, inherit false`);
    } catch (cause) {
      const [row] = await sql<{ name: string }[]>`select current_user as name`;
      const remedy = rolesSql(row?.name ?? "daftar");
      throw new Error(
        `The database role ${role} is missing and this user may not create it. ` +
          `Ask the administrator of the database to run this once:\n\n${remedy}\n`,
        { cause },
      );
    }
  }
}

async function maySet(sql: postgres.Sql, role: DatabaseRole): Promise<boolean> {
  const rows = await sql`select from pg_roles where rolname = ${role} and pg_has_role(current_user, oid, 'SET')`;
  return rows.length > 0;
}

/** Roles belong to the whole cluster, so a migration of a neighbour database may make the same one meanwhile. */
async function createRole(sql: postgres.Sql, role: DatabaseRole): Promise<void> {
  const [found] = await sql`select from pg_roles where rolname = ${role}`;
  if (found) return;
  try {
    await sql.unsafe(`create role ${role} nologin`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== "42710" && code !== "23505") throw error;
  }
}
