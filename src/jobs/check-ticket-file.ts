import { z } from "zod";
import type { Job } from "../platform/queue/worker.ts";
import { checkTicketFile, type CheckFileServices } from "../registry/tickets/check-file.ts";

const Payload = z.object({ documentId: z.uuid(), maxPages: z.int().positive() });

/** Rebuilds a file that came with a ticket; ordered by `attachFile` in its own transaction. */
export function checkTicketFileJobOf(services: CheckFileServices): Job {
  return (payload) => checkTicketFile(services, Payload.parse(payload));
}
