import type { Child } from "hono/jsx";

/** What may stand inside a component: a string, which is escaped, or elements written in JSX. */
export type Slot = Child;

/** Whether a slot has anything to show. An empty string, null and false show nothing. */
export function isFilled(slot: Slot): boolean {
  return slot !== undefined && slot !== null && slot !== false && slot !== "";
}
