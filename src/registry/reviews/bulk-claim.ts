import { Refusal } from "../../platform/refusals.ts";
import type { ReviewAct, ReviewServices } from "./act.ts";
import { claimApplication } from "./claim.ts";

/** How many applications may be taken at once: as many as a page of the queue shows. */
export const mostAtOnce = 25;

export interface BulkClaim {
  readonly taken: readonly string[];
  /** Those that a colleague took first, or that stand in the queue no longer. */
  readonly lost: readonly string[];
}

/**
 * Takes each of these applications by the act that takes one, in a transaction of its own: one that
 * is lost to a colleague does not undo the others. What is this person's already counts as taken,
 * so a doubled click does no harm. What lies beyond `mostAtOnce` is left where it is.
 */
export async function claimMany(
  services: ReviewServices,
  act: Omit<ReviewAct, "applicationId"> & { readonly applicationIds: readonly string[] },
): Promise<BulkClaim> {
  const taken: string[] = [];
  const lost: string[] = [];
  for (const applicationId of new Set(act.applicationIds.slice(0, mostAtOnce))) {
    try {
      await claimApplication(services, { applicationId, institutions: act.institutions, actorId: act.actorId });
      taken.push(applicationId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      (error.code === "already_claimed" ? taken : lost).push(applicationId);
    }
  }
  return { taken, lost };
}
