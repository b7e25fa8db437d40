import type { StepStatus, Walk } from "../../program/journey.ts";

/** State of each step on the path by step id, in order: what the task list shows without opening anything. */
export type Progress = Readonly<Record<string, StepStatus>>;

/**
 * The progress to store with a save. `invalid` names steps that something outside the engine found
 * wrong, such as a NIK that belongs to another account.
 */
export function progressOf(walked: Walk, invalid: readonly string[] = []): Progress {
  return Object.fromEntries(
    walked.steps.map(({ step, status }) => [step.id, invalid.includes(step.id) ? "invalid" : status]),
  );
}

/** Complete means that every step on the path is done. */
export function isComplete(progress: Progress): boolean {
  return Object.values(progress).every((status) => status === "done");
}
