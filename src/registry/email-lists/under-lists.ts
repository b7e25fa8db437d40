import { type Kysely, sql } from "kysely";
import type { CompiledProgram } from "../../program/compile.ts";
import type { PersonalRule } from "../../program/personal-email.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

const none: PersonalRule = { allow: [], deny: [] };

/**
 * A program with the lists of e-mail domains that its institution keeps: as they were when an application began, and as
 * they are now. So a change never shuts out who is in already, and lets in at once whom it lets in. The same program
 * where no question asks for a personal address.
 */
export async function underLists(
  db: Kysely<DB>,
  compiled: CompiledProgram,
  { institutionId, begunAt }: { readonly institutionId: string; readonly begunAt?: Date },
): Promise<CompiledProgram> {
  if (!asksPersonal(compiled)) return compiled;
  const { rows } = await sql<{ allow: string[] | null; deny: string[] | null }>`
    select l.allow, l.deny from (values (${begunAt ?? null}::timestamptz), (null)) as w (at)
    left join lateral (select e.allow, e.deny from email_lists e
      where e.institution_id = ${institutionId}::uuid and (w.at is null or e.set_at <= w.at)
      order by e.set_at desc, e.id desc limit 1) l on true`.execute(db);
  return { ...compiled, emailLists: rows.map(({ allow, deny }) => (allow && deny ? { allow, deny } : none)) };
}

/** Whether a program asks for a personal e-mail address. */
export function asksPersonal({ fieldsById }: CompiledProgram): boolean {
  return fieldsById.values().some(({ definition }) => definition.type === "email" && definition.personal !== undefined);
}
