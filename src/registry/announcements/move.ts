import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { withStaff } from "../reviews/with-staff.ts";

/** A new time for an announcement. */
export interface AnnouncementMove {
  readonly actorId: string;
  /** Institutions in which the actor may move announcements. */
  readonly institutions: readonly string[];
  readonly programId: string;
  readonly announcesAt: Date;
  /** Never about a person. */
  readonly reason: string;
}

/** `announced`: it is too late for that; `past`: the new time is; `tells_at_once`: the program has no announcement. */
export type Moved = "moved" | "announced" | "past" | "tells_at_once" | "unknown";

/**
 * Sets when a program announces its verdicts, sooner or later than before, as one audited act that moves the job and
 * every page. `db` is a connection of `daftar_staff`.
 */
export async function moveAnnouncement(db: Kysely<DB>, move: AnnouncementMove): Promise<Moved> {
  const { actorId, institutions, programId, announcesAt, reason } = move;
  return withStaff(db, institutions, async (trx) => {
    const { rows } = await sql<{ outcome: Moved }>`
      select move_announcement(${uuidv7()}::uuid, ${programId}::uuid, ${announcesAt}::timestamptz, ${reason},
        ${actorId}::uuid) as outcome`.execute(trx);
    const [row] = rows;
    if (!row) throw new Error("move_announcement gave no row");
    return row.outcome;
  });
}
