import * as z from "zod";
import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Job } from "../platform/queue/worker.ts";
import { announceVerdicts, listProgramsToAnnounce } from "../registry/announcements/announce.ts";

const Payload = z.object({ programId: z.uuid().optional() });

/**
 * Announces the verdicts of the program whose moment has come, or, by the clock, of every program that is due: the job
 * that was set to the moment may have been lost or have left something.
 */
export function announceVerdictsJob(db: Kysely<DB>): Job {
  return async (payload) => {
    const { programId } = Payload.parse(payload);
    const due = programId === undefined ? await listProgramsToAnnounce(db) : [programId];
    for (const program of due) await announceVerdicts(db, program);
  };
}
