import { sql, type Transaction } from "kysely";
import type { Status } from "../../program/workflow.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Key } from "../../platform/keys/seal.ts";
import { openEventNote } from "../reviews/notes.ts";

/** A verdict that staff know and the applicant does not. */
export interface UntoldVerdict {
  readonly verdict: "accepted" | "rejected";
  readonly number: string | null;
  readonly reasons: readonly string[];
  readonly note: string | undefined;
}

/** The verdict of an application that waits for its announcement; undefined when none does. `trx` must come from `withStaff`. */
export async function findUntold(
  trx: Transaction<DB>,
  input: { readonly applicationId: string; readonly key: Key },
): Promise<UntoldVerdict | undefined> {
  const row = await trx
    .selectFrom("held_verdicts")
    .select(["verdict", "number", "reasons", "event_id", "note_sealed"])
    .where("application_id", "=", input.applicationId)
    .executeTakeFirst();
  return (
    row && {
      verdict: row.verdict,
      number: row.number,
      reasons: row.reasons as readonly string[],
      note: openEventNote(input.key, row.event_id, row.note_sealed),
    }
  );
}

/** For a query over `applications` as staff: the status, with the verdict of what waits and of what is appealed. */
export function decidedStatus() {
  return sql<Status>`coalesce((select h.verdict from held_verdicts h where h.application_id = applications.id),
    case when applications.status = 'appealed' then 'rejected' else applications.status end)`;
}
