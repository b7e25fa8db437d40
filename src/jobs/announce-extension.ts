import * as z from "zod";
import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Job } from "../platform/queue/worker.ts";
import { announceExtension } from "../registry/windows/announce.ts";

const Payload = z.object({ extensionId: z.uuid() });

/** Writes to everybody whose window was extended. */
export function announceExtensionJob(db: Kysely<DB>): Job {
  return async (payload) => {
    await announceExtension(db, Payload.parse(payload).extensionId);
  };
}
