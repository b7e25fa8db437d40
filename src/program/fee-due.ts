import type { CompiledProgram } from "./compile.ts";
import type { Walk } from "./journey.ts";

/**
 * What the application costs by its answers, in whole rupiah; undefined where the program has no fee, or a formula and
 * answers that are not all there yet.
 */
export function feeDue(
  { fee, program }: CompiledProgram,
  walked: Pick<Walk, "answers" | "complete">,
): number | undefined {
  if (program.fee === undefined) return undefined;
  if (fee === undefined) return Number(program.fee.amount);
  return walked.complete ? fee.amount(walked.answers) : undefined;
}
