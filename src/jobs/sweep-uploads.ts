import { sweepUploads } from "../registry/uploads/sweep.ts";

/** Removes files that stopped on their way; due every hour. */
export function sweepUploadsJob(services: Parameters<typeof sweepUploads>[0]): () => Promise<void> {
  return async () => {
    await sweepUploads(services);
  };
}
