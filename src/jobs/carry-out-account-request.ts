import * as z from "zod";
import type { Job } from "../platform/queue/worker.ts";
import { carryOutRequest } from "../registry/desk/carry-out.ts";
import type { DeskServices } from "../registry/desk/services.ts";

const Payload = z.object({ requestId: z.uuid() });

/** Does what two officers agreed on for the owner of an account. */
export function carryOutAccountRequestJob(services: DeskServices): Job {
  return async (payload) => {
    await carryOutRequest(services, Payload.parse(payload).requestId);
  };
}
