import { notFound, Refusal } from "../../../platform/refusals.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import type { RightsAct } from "../../../registry/rights/hold.ts";
import type { StaffVisit } from "../../route.ts";
import { actorOf } from "../accounts/asking.ts";

/** Whether something failed since a colleague was faster with the request. */
export function isMeanwhile(failure: unknown): boolean {
  return failure instanceof Refusal && failure.code === "right_meanwhile";
}

/** Who acts on the request that the address names. Throws (404) for what is no id. */
export function rightsActOf(visit: StaffVisit): RightsAct {
  const requestId = visit.params["request"] ?? "";
  if (!isUuid(requestId)) throw notFound();
  return { ...actorOf(visit), requestId };
}
