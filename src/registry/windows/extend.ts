import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { withStaff } from "../reviews/with-staff.ts";

/** An extension of a window, for all or for one application. */
export interface Extension {
  readonly actorId: string;
  /** Institutions in which the actor may extend windows. */
  readonly institutions: readonly string[];
  readonly programId: string;
  /** For this application alone; null for all. */
  readonly applicationId: string | null;
  readonly closesAt: Date;
  /** Applicants read it in their letter. */
  readonly reason: string;
}

export type Extended =
  | { readonly outcome: "extended"; readonly reopened: number }
  | { readonly outcome: "not_later" | "never_closes" | "not_waiting" | "unknown" };

/**
 * Extends a window as one audited act that moves every clock, page and job, and causes the letters to those concerned.
 * Applications that were locked at the closing are drafts again. `db` is a connection of `daftar_staff`.
 */
export async function extendWindow(db: Kysely<DB>, extension: Extension): Promise<Extended> {
  const { actorId, institutions, programId, applicationId, closesAt, reason } = extension;
  return withStaff(db, institutions, async (trx) => {
    const { rows } = await sql<{ outcome: Extended["outcome"]; reopened: number }>`
      select * from extend_window(${uuidv7()}::uuid, ${programId}::uuid, ${applicationId}::uuid,
        ${closesAt}::timestamptz, ${reason}, ${actorId}::uuid)`.execute(trx);
    const [row] = rows;
    if (!row) throw new Error("extend_window gave no row");
    return row.outcome === "extended" ? { outcome: "extended", reopened: row.reopened } : { outcome: row.outcome };
  });
}
