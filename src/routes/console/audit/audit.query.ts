import { type Kysely, sql } from "kysely";
import type { DB } from "../../../platform/db/generated/schema.ts";
import type { Keyring } from "../../../platform/keys/keyring.ts";
import { getName } from "../../../registry/accounts/name.query.ts";
import type { AuditFilter } from "./audit-filter.ts";

/** One record of the audit trail as the auditor reads it. */
export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  /** Name of the member of staff; empty for everybody else, who stay unnamed. */
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** The id before which the next page begins; undefined on the last one. */
  readonly older: string | undefined;
}

/** How many records a page holds. */
export const PAGE = 50;

/**
 * Records of these institutions, the newest first. Ids are UUIDv7 and so in the order of time: a page begins at an id
 * and needs no count of what stands before it. Staff are named, applicants are not.
 */
export async function listAuditRecords(
  db: Kysely<DB>,
  keyring: Keyring,
  input: AuditFilter & {
    readonly institutions: readonly string[];
    /** Of the days by which it is narrowed, such as Asia/Jakarta. */
    readonly zone: string;
  },
): Promise<AuditPage> {
  const { action, actorKind, about, until, before } = input;
  const rows = await db
    .selectFrom("audit_records")
    .select(["id", "at", "actor_id", "actor_kind", "action", "subject_kind", "subject_id", "data"])
    .where("institution_id", "in", [...input.institutions])
    .$if(action !== "", (query) => query.where("action", "=", action))
    .$if(actorKind !== undefined, (query) => query.where("actor_kind", "=", actorKind as NonNullable<typeof actorKind>))
    .$if(about !== "", (query) => query.where("subject_id", "=", about))
    .$if(before !== "", (query) => query.where("id", "<", before))
    .$if(until !== "", (query) =>
      query.where("at", "<", sql<Date>`(${until}::date + 1)::timestamp at time zone ${input.zone}`),
    )
    .orderBy("id", "desc")
    .limit(PAGE + 1)
    .execute();
  const names = new Map<string, string>();
  for (const { actor_id: id, actor_kind: kind } of rows) {
    if (id !== null && kind === "staff" && !names.has(id)) names.set(id, await getName(db, keyring, id));
  }
  const lines = rows.slice(0, PAGE).map((row): AuditLine => ({
    id: row.id,
    at: row.at,
    actorKind: row.actor_kind,
    actor: names.get(row.actor_id ?? "") ?? "",
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    data: row.data as Record<string, unknown>,
  }));
  return { lines, older: rows.length > PAGE ? lines.at(-1)?.id : undefined };
}

/** The zone in which the institutions keep their days; of several the first one's. */
export async function zoneOf(db: Kysely<DB>, institutions: readonly string[]): Promise<string> {
  const { zone } = await db
    .selectFrom("institutions")
    .select("zone")
    .where("id", "in", [...institutions])
    .orderBy("slug")
    .limit(1)
    .executeTakeFirstOrThrow();
  return zone;
}
