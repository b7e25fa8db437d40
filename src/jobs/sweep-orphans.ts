import { sweepOrphans } from "../registry/blobs/sweep-orphans.ts";

/** Removes sealed files that no row names; due once a day. */
export function sweepOrphansJob(services: Parameters<typeof sweepOrphans>[0]): () => Promise<void> {
  return async () => {
    await sweepOrphans(services);
  };
}
