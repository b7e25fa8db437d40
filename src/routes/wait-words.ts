import { Refusal } from "../platform/refusals.ts";
import type { Say, TextKey, TextParams } from "../texts/texts.ts";

/** From here on hours are easier to keep in mind. */
const HOURS_FROM_MINUTES = 120;

/** How long to wait, for somebody who tried too often, as a text and what stands in it. */
export function waitProblem(seconds = 60): { readonly key: TextKey; readonly params: TextParams } {
  const minutes = Math.ceil(seconds / 60);
  if (minutes < HOURS_FROM_MINUTES) return { key: "refusal.too_many.text", params: { minutes } };
  return { key: "refusal.too_many.hours", params: { hours: Math.ceil(minutes / 60) } };
}

/** The same in words. */
export function waitText(say: Say, seconds?: number): string {
  const { key, params } = waitProblem(seconds);
  return say(key, params);
}

/** The same out of a refusal (429), for a form that is shown again as it was typed. Throws any other failure on. */
export function waitWords(say: Say, failure: unknown): string {
  if (!(failure instanceof Refusal) || failure.status !== 429) throw failure;
  return waitText(say, failure.retryAfterSeconds);
}
