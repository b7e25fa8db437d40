import type { Child } from "../jsx/markup.ts";

/** What may stand inside a component: a string, which is escaped, or elements written in JSX. */
export type Slot = Child;

/** An entry of a list that may be left out by a condition; entries left out still count where ids are numbered. */
export type Maybe<Item> = Item | false | null | undefined | "";

/** Whether a slot has anything to show. An empty string, null and false show nothing. */
export function isFilled(slot: Slot): boolean {
  return slot !== undefined && slot !== null && slot !== false && slot !== "";
}

/** The first slot that has anything to show. */
export function firstFilled(...slots: readonly Slot[]): Slot {
  return slots.find(isFilled);
}
