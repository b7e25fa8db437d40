import type { CompiledProgram } from "../../program/compile.ts";
import { feeDue } from "../../program/fee-due.ts";
import type { Walk } from "../../program/journey.ts";
import type { FeeState } from "../applications/progress.ts";

/**
 * The fee as a step of the application: what it comes to by the answers, and what was paid. Undefined where the program
 * has none, or one that is due after acceptance and so no part of what is sent.
 */
export function feeOf(compiled: CompiledProgram, walked: Walk, paid: number): FeeState | undefined {
  if (compiled.program.fee?.due !== "before_submission") return undefined;
  return { due: feeDue(compiled, walked), paid };
}
