import type { CompiledProgram } from "../../program/compile.ts";
import type { ReviewStage } from "../../program/definition.ts";
import type { Role } from "../accounts/permissions.ts";

export type Decision = ReviewStage["decisions"][number];

/** The stage in which an application is decided. */
export function stageOf(compiled: CompiledProgram): ReviewStage {
  const [stage] = compiled.program.review.stages;
  if (!stage) throw new Error(`Program ${compiled.program.program} has no review stage`);
  return stage;
}

/** Whether roles held in the institution allow deciding in a stage; the secretariat may do a reviewer's work. */
export function mayReview(roles: readonly Role[], stage: ReviewStage): boolean {
  return roles.includes("secretariat") || (stage.role === "reviewer" && roles.includes("reviewer"));
}
