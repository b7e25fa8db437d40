import type { Program } from "./definition.ts";

/** How many working days the whole review takes at most, by the program's file; 0 where it promises nothing. */
export function reviewDays(program: Pick<Program, "review">): number {
  return program.review.stages.reduce((sum, { within }) => sum + (within?.working_days ?? 0), 0);
}
