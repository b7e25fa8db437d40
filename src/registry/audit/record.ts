import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";

/** One line of the audit trail. `data` holds codes and ids, never personal data. */
export interface AuditRecord {
  readonly actorId: string | null;
  readonly actorKind: "visitor" | "applicant" | "staff" | "system";
  /** noun.verb, such as `application.accept`. */
  readonly action: string;
  readonly institutionId?: string | null;
  readonly subjectKind:
    | "account"
    | "application"
    | "document"
    | "program"
    | "institution"
    | "subscription"
    | "ticket"
    | "nik_case"
    | "source"
    | "holiday"
    | "key";
  readonly subjectId: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Writes an audit record. Call it with the transaction of the deed, so that neither is there without the other. */
export async function recordAudit(db: Kysely<DB>, record: AuditRecord): Promise<void> {
  await db.insertInto("audit_records").values(rowOf(record)).execute();
}

/** Writes the audit records of a deed on many; nothing where there are none. */
export async function recordAudits(db: Kysely<DB>, records: readonly AuditRecord[]): Promise<void> {
  if (records.length > 0) await db.insertInto("audit_records").values(records.map(rowOf)).execute();
}

function rowOf(record: AuditRecord) {
  return {
    id: uuidv7(),
    actor_id: record.actorId,
    actor_kind: record.actorKind,
    action: record.action,
    institution_id: record.institutionId ?? null,
    subject_kind: record.subjectKind,
    subject_id: record.subjectId,
    data: record.data ?? {},
  };
}
