import { setTimeout as sleep } from "node:timers/promises";

/**
 * Does the work and answers after so many milliseconds, whether it succeeds or fails; after twice or three times as many
 * where a crowd makes it take longer, and never in between. For answers that must not tell a known address from an unknown
 * one by the clock.
 */
export async function atLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const [outcome] = await Promise.allSettled([work()]);
  const taken = performance.now() - begun;
  await sleep(Math.max(1, Math.ceil(taken / milliseconds)) * milliseconds - taken);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
