import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BothLanguages } from "../faq/faq-file.ts";

/** The parts that are checked. The database has no line of its own: without it nothing of this can be said. */
const parts = ["login", "uploads", "letters"] as const;
/** Parts that not everybody has: there may be no carrier of short messages, and no payment gateway. */
const furtherParts = ["messages", "payments"] as const;
/** A part of the service; each source that is known is one by itself. */
export type Part = (typeof parts)[number] | (typeof furtherParts)[number] | `source:${string}`;

/** How a part fares now. `unknown` when no check has run for five minutes. */
export interface PartState {
  readonly part: Part;
  readonly state: "up" | "down" | "unknown";
  readonly since: Date | null;
  readonly checkedAt: Date | null;
}

/** Something that staff told everybody. */
export interface Incident {
  readonly id: string;
  readonly title: BothLanguages;
  readonly text: BothLanguages;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
}

/** The present state of every part, in their order; then of messages, payments and every source, where looked at within the last day. */
export async function listPartStates(db: Kysely<DB>): Promise<PartState[]> {
  const rows = await db
    .selectFrom("service_states")
    .select(["part", "state", "since", "checked_at"])
    .select(sql<boolean>`checked_at > app_now() - interval '5 minutes'`.as("fresh"))
    .where("until", "is", null)
    .where("checked_at", ">", sql<Date>`app_now() - interval '1 day'`)
    .orderBy("part")
    .execute();
  const further: readonly string[] = furtherParts;
  const others = rows.flatMap(({ part }) =>
    further.includes(part) || part.startsWith("source:") ? [part as Part] : [],
  );
  return [...parts, ...others].map((part) => {
    const row = rows.find((one) => one.part === part);
    if (!row) return { part, state: "unknown", since: null, checkedAt: null };
    return { part, state: row.fresh ? row.state : "unknown", since: row.since, checkedAt: row.checked_at };
  });
}

/** When parts did not work within the last 30 days, the newest first. */
export async function listOutages(db: Kysely<DB>): Promise<{ part: Part; since: Date; until: Date | null }[]> {
  const rows = await db
    .selectFrom("service_states")
    .select(["part", "since", "until"])
    .where("state", "=", "down")
    .where("since", ">", sql<Date>`app_now() - interval '30 days'`)
    .orderBy("since", "desc")
    .limit(30)
    .execute();
  return rows.map(({ part, ...row }) => ({ ...row, part: part as Part }));
}

/** Incidents that last, or with `ended` the newest of those that are over, of the last 90 days. */
export async function listIncidents(db: Kysely<DB>, which: "open" | "ended"): Promise<Incident[]> {
  const rows = await db
    .selectFrom("incidents")
    .select(["id", "title", "text", "opened_at", "ended_at"])
    .where("ended_at", which === "open" ? "is" : "is not", null)
    .where("opened_at", ">", sql<Date>`app_now() - interval '90 days'`)
    .orderBy("opened_at", "desc")
    .limit(20)
    .execute();
  return rows.map(({ id, title, text, opened_at, ended_at }) => ({
    id,
    title: title as BothLanguages,
    text: text as BothLanguages,
    openedAt: opened_at,
    endedAt: ended_at,
  }));
}
