import { sweepDataCopies } from "../registry/data-copies/sweep.ts";

/** Removes copies of data whose seven days are over; due every hour. */
export function sweepDataCopiesJob(services: Parameters<typeof sweepDataCopies>[0]): () => Promise<void> {
  return async () => {
    await sweepDataCopies(services);
  };
}
