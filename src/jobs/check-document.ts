import { z } from "zod";
import { checkDocument, type CheckServices } from "../registry/documents/check.ts";

const payloadSchema = z.object({ documentId: z.uuid(), maxPages: z.int().positive() });

/** Rebuilds a document that was received; ordered by `storeDocument` in its own transaction. */
export function checkDocumentJob(services: CheckServices): (payload: unknown) => Promise<void> {
  return (payload) => checkDocument(services, payloadSchema.parse(payload));
}
