import { sql, type Kysely } from "kysely";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";

export type Submitted =
  | { readonly outcome: "submitted" | "already"; readonly round: number; readonly number: string | null }
  | { readonly outcome: "incomplete" | "closed" | "unknown" | "identity_taken" | "identity_disputed" | "requirement" };

/**
 * Submits a complete draft or correction in one round trip (see the SQL function). Posting twice
 * submits once: the second answer is `already`.
 */
export async function submitApplication(
  db: Kysely<DB>,
  input: {
    readonly applicationId: string;
    readonly accountId: string;
    /** In which the declaration was read; when nothing is said, the one in which the application was begun. */
    readonly language?: "id" | "en";
  },
): Promise<Submitted> {
  try {
    const { rows } = await sql<{ outcome: string; submitted_round: number; given_number: string | null }>`
      with done as materialized (
        select * from submit_application(${input.applicationId}::uuid, ${input.accountId}::uuid,
          ${uuidv7()}::uuid, ${uuidv7()}::uuid, ${uuidv7()}::uuid)
      ), declared as (
        insert into consents (id, account_id, institution_id, application_id, kind, version_id, language)
        select ${uuidv7()}::uuid, a.account_id, a.institution_id, a.id, 'declaration', a.version_id,
          coalesce(${input.language ?? null}::text, a.language)
        from done join applications a on a.id = ${input.applicationId}::uuid where done.outcome = 'submitted'
      )
      select * from done`.execute(db);
    const row = rows[0];
    if (!row) throw new Error("submit_application gave no row");
    if (row.outcome === "submitted" || row.outcome === "already") {
      return { outcome: row.outcome, round: row.submitted_round, number: row.given_number };
    }
    return { outcome: row.outcome as "incomplete" | "closed" | "unknown" | "requirement" };
  } catch (error) {
    if (error instanceof postgres.PostgresError) {
      if (error.message === "identity_taken") return { outcome: "identity_taken" };
      if (error.message === "identity_disputed") return { outcome: "identity_disputed" };
    }
    throw error;
  }
}
