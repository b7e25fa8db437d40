import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Fact } from "../../platform/sources/source.ts";
import type { CompiledProgram } from "../../program/compile.ts";

/** What a source said of a submission; `undefined` as long as it was not asked. */
export interface SourceCheck {
  readonly source: string;
  readonly found:
    | {
        readonly outcome: "right" | "different" | "not_found" | "not_available";
        readonly facts: readonly Fact[];
        readonly at: Date;
        /** Whether it will be asked again by itself. */
        readonly again: boolean;
      }
    | undefined;
}

/** The sources of an application's program, in the order of its file, with what they said of this round. */
export async function listSourceChecks(
  db: Kysely<DB>,
  application: { readonly id: string; readonly round: number; readonly compiled: CompiledProgram },
): Promise<SourceCheck[]> {
  const { checks = [] } = application.compiled.program;
  if (checks.length === 0) return [];
  const rows = await db
    .selectFrom("source_checks")
    .select(["source", "outcome", "facts", "checked_at", "next_at"])
    .where("application_id", "=", application.id)
    .where("round", "=", application.round)
    .execute();
  return checks.map(({ source }) => {
    const row = rows.find((one) => one.source === source);
    if (!row) return { source, found: undefined };
    const { outcome, facts, checked_at: at, next_at } = row;
    return { source, found: { outcome, facts: facts as Fact[], at, again: next_at !== null } };
  });
}
