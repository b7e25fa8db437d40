import type { Kysely } from "kysely";
import type { ApplicationEvent } from "../../program/workflow.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Key } from "../../platform/keys/seal.ts";
import type { Mark } from "../applications/load.query.ts";
import { openEventNote } from "./notes.ts";

/** One line of an application's history. */
export interface HistoryEntry {
  readonly kind: "started" | ApplicationEvent["type"];
  readonly round: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorKind: "applicant" | "staff" | "system";
  readonly marks: readonly Mark[];
  readonly reasons: readonly string[];
  readonly number: string | undefined;
  readonly note: string | undefined;
}

/** The recorded events of an application, in order, with the words that went with them. */
export async function listHistory(
  db: Kysely<DB>,
  input: { readonly applicationId: string; readonly key: Key },
): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom("application_events")
    .select(["id", "kind", "round", "at", "actor_id", "actor_kind", "data", "note_sealed"])
    .where("application_id", "=", input.applicationId)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map((row) => {
    const data = row.data as { marks?: readonly Mark[]; reasons?: readonly string[]; number?: string };
    return {
      kind: row.kind,
      round: row.round,
      at: row.at,
      actorId: row.actor_id,
      actorKind: row.actor_kind,
      marks: data.marks ?? [],
      reasons: data.reasons ?? [],
      number: data.number,
      note: openEventNote(input.key, row.id, row.note_sealed),
    };
  });
}

/** The history as the engine folds it. Beginning is where the fold starts, so it is no event of it. */
export function asEvents(history: readonly HistoryEntry[]): ApplicationEvent[] {
  return history.flatMap((entry): ApplicationEvent[] => {
    switch (entry.kind) {
      case "started":
        return [];
      case "submitted":
        return [{ type: "submitted", round: entry.round, by: entry.actorKind === "system" ? "deadline" : "applicant" }];
      case "returned":
        return [{ type: "returned", marks: entry.marks }];
      case "accepted":
        return [{ type: "accepted", number: entry.number ?? "" }];
      case "rejected":
        return [{ type: "rejected", reasons: entry.reasons }];
      default:
        return [{ type: entry.kind }];
    }
  });
}
