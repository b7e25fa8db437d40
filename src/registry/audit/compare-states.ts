import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type ApplicationEvent, foldEvents } from "../../program/workflow.ts";
import type { Mark } from "../applications/load.query.ts";
import { asEvents } from "../reviews/history.query.ts";

const BATCH = 1_000;

/** An application whose row says something else than its recorded events. */
export interface WrongState {
  readonly applicationId: string;
  readonly words: string;
}

/** Folds the events of every application and compares the outcome with its row; returns how many, and the wrong ones. */
export async function compareStates(db: Kysely<DB>): Promise<{ count: number; wrong: readonly WrongState[] }> {
  const wrong: WrongState[] = [];
  let count = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await db
      .selectFrom("applications")
      .select(["id", "status", "round"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (!last) return { count, wrong };
    const events = await listEvents(
      db,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const words = findWrong(row, events.get(row.id) ?? []);
      if (words !== undefined) wrong.push({ applicationId: row.id, words });
    }
    count += rows.length;
    after = last.id;
  }
}

function findWrong(row: { status: string; round: number }, events: readonly ApplicationEvent[]): string | undefined {
  try {
    const folded = foldEvents(events);
    if (folded.status === row.status && folded.round === row.round) return undefined;
    return `its row says ${row.status} in round ${row.round}, its events say ${folded.status} in round ${folded.round}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function listEvents(db: Kysely<DB>, ids: readonly string[]): Promise<Map<string, ApplicationEvent[]>> {
  const rows = await db
    .selectFrom("application_events")
    .select(["application_id", "kind", "round", "at", "actor_id", "actor_kind", "data"])
    .where("application_id", "in", ids)
    .orderBy("at")
    .orderBy("id")
    .execute();
  const events = new Map<string, ApplicationEvent[]>();
  for (const row of rows) {
    const data = row.data as { marks?: readonly Mark[]; reasons?: readonly string[]; number?: string };
    const [event] = asEvents([
      {
        kind: row.kind,
        round: row.round,
        at: row.at,
        actorId: row.actor_id,
        actorKind: row.actor_kind,
        marks: data.marks ?? [],
        reasons: data.reasons ?? [],
        number: data.number,
        note: undefined,
      },
    ]);
    if (event) events.set(row.application_id, [...(events.get(row.application_id) ?? []), event]);
  }
  return events;
}
