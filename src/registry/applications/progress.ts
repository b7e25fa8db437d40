import { feeStep } from "../../program/fee.ts";
import type { StepStatus, Walk } from "../../program/journey.ts";

/** State of each step on the path by step id, in order: what the task list shows without opening anything. */
export type Progress = Readonly<Record<string, StepStatus>>;

/**
 * The progress to store with a save. `invalid` names steps that something outside the engine found
 * wrong, such as a NIK that belongs to another account; `fee` is one that is due before submission.
 */
export function progressOf(walked: Walk, invalid: readonly string[] = [], fee?: FeeState): Progress {
  const steps: Progress = Object.fromEntries(
    walked.steps.map(({ step, status }) => [step.id, invalid.includes(step.id) ? "invalid" : status]),
  );
  return fee ? { ...steps, [feeStep]: feeStatus(fee, isComplete(steps)) } : steps;
}

/** A fee in whole rupiah; `due` is undefined as long as the answers do not say it. */
export interface FeeState {
  readonly due: number | undefined;
  readonly paid: number;
}

/** One pays when everything else is done, so that nobody pays for what they cannot send. The function `with_fee` of the database says the same. */
function feeStatus({ due, paid }: FeeState, othersDone: boolean): StepStatus {
  if (due !== undefined && paid >= due) return "done";
  return othersDone && due !== undefined ? "todo" : "blocked";
}

/** Complete means that every step on the path is done. */
export function isComplete(progress: Progress): boolean {
  return Object.values(progress).every((status) => status === "done");
}
