import { setTimeout as sleep } from "node:timers/promises";

/**
 * Does the work and answers no sooner than after so many milliseconds, whether it succeeds or
 * fails. For answers that must not tell a known address from an unknown one by the clock.
 */
export async function atLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work(), sleep(milliseconds)]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
