import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { isUuid } from "../applications/load.query.ts";
import { recordAudit } from "../audit/record.ts";
import type { BothLanguages } from "../faq/faq-file.ts";
import { withStaff } from "../reviews/with-staff.ts";

interface Teller {
  readonly actorId: string;
  /** Institutions in which the actor may tell incidents. */
  readonly institutions: readonly string[];
}

/** Tells everybody of a disturbance until somebody ends it. Refuses (403) another institution; `db` is `daftar_staff`'s. */
export async function tellIncident(
  db: Kysely<DB>,
  telling: Teller & { readonly institutionId: string; readonly title: BothLanguages; readonly text: BothLanguages },
): Promise<string> {
  const { actorId, institutions, institutionId, title, text } = telling;
  if (!institutions.includes(institutionId)) throw notAllowed();
  return withStaff(db, institutions, async (trx) => {
    // A form that is sent twice tells of one: the second waits here, and finds the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`incidents ${institutionId}`}, 0))`.execute(trx);
    const told = await trx
      .selectFrom("incidents")
      .select("id")
      .where("institution_id", "=", institutionId)
      .where("ended_at", "is", null)
      .where("title", "=", sql<never>`${JSON.stringify(title)}::text::jsonb`)
      .where("text", "=", sql<never>`${JSON.stringify(text)}::text::jsonb`)
      .executeTakeFirst();
    if (told) return told.id;
    const id = uuidv7();
    const row = { id, institution_id: institutionId, title, text, opened_by: actorId };
    await trx.insertInto("incidents").values(row).execute();
    await record(trx, { actorId, institutionId, id, action: "incident.open" });
    return id;
  });
}

/** Says that it is over; false when it was already, or is another institution's. */
export async function endIncident(db: Kysely<DB>, ending: Teller & { readonly id: string }): Promise<boolean> {
  const { actorId, institutions, id } = ending;
  if (!isUuid(id)) return false;
  return withStaff(db, institutions, async (trx) => {
    const row = await trx
      .updateTable("incidents")
      .set({ ended_by: actorId, ended_at: sql<Date>`app_now()` })
      .where("id", "=", id)
      .where("ended_at", "is", null)
      .returning("institution_id")
      .executeTakeFirst();
    if (row) await record(trx, { actorId, institutionId: row.institution_id, id, action: "incident.end" });
    return row !== undefined;
  });
}

function record(
  trx: Kysely<DB>,
  done: { readonly actorId: string; readonly institutionId: string; readonly id: string; readonly action: string },
): Promise<void> {
  const { actorId, institutionId, id, action } = done;
  const subject = { subjectKind: "institution" as const, subjectId: institutionId };
  return recordAudit(trx, { actorId, actorKind: "staff", action, institutionId, ...subject, data: { incident: id } });
}
