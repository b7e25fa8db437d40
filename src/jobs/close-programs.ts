import * as z from "zod";
import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Job } from "../platform/queue/worker.ts";
import { closeProgram, listProgramsToClose } from "../registry/applications/close.ts";

const Payload = z.object({ programId: z.uuid().optional() });

/**
 * Closes the program whose moment has come, or, by the clock, every program that is due: the job that was set to the
 * moment may have been lost or have left something.
 */
export function closeProgramsJob(db: Kysely<DB>): Job {
  return async (payload) => {
    const { programId } = Payload.parse(payload);
    const due = programId === undefined ? await listProgramsToClose(db) : [programId];
    for (const program of due) await closeProgram(db, program);
  };
}
