import * as z from "zod";
import type { Job } from "../platform/queue/worker.ts";
import { makeCopy } from "../registry/data-copies/make.ts";
import type { CopyServices } from "../registry/data-copies/services.ts";
import { archiveOf } from "./data-copy/archive.ts";

const Payload = z.object({ copyId: z.uuid() });

/** Makes the copy that a person asked for of all that is kept of them. */
export function makeDataCopyJob(services: CopyServices): Job {
  return async (payload) => {
    await makeCopy(services, Payload.parse(payload).copyId, (copy) => archiveOf(services, copy));
  };
}
