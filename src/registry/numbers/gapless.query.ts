import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Whether numbers of a program have no gaps: then no deed gives one itself, and `giveGaplessNumbers` follows. */
export async function isGapless(db: Kysely<DB>, programId: string): Promise<boolean> {
  const row = await db
    .selectFrom("gapless_programs")
    .select("given")
    .where("program_id", "=", programId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether an application is to have a number, which follows in a moment. */
export async function awaitsNumber(
  db: Kysely<DB>,
  application: { readonly id: string; readonly number: string | null },
): Promise<boolean> {
  if (application.number !== null) return false;
  const { rows } = await sql<{ waits: boolean }>`
    select ${numberAwaited()} as waits from applications a where a.id = ${application.id}::uuid`.execute(db);
  return rows[0]?.waits ?? false;
}

/** The same as a condition on the application `a` of a statement. */
export function numberAwaited() {
  return sql<boolean>`(a.number is null and exists (select from gapless_programs g where g.program_id = a.program_id
    and (g.given = 'submit' and a.submitted_at is not null or g.given = 'accept' and a.status = 'accepted')))`;
}
