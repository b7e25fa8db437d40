import { sweepDocuments } from "../registry/documents/sweep.ts";

/** Removes the bytes of documents that were taken back; due once a day. */
export function sweepDocumentsJob(services: Parameters<typeof sweepDocuments>[0]): () => Promise<void> {
  return async () => {
    await sweepDocuments(services);
  };
}
