import type { Transaction } from "kysely";
import type { DB } from "../../../platform/db/generated/schema.ts";
import { notAllowed } from "../../../platform/refusals.ts";
import { isVerdictHeld } from "../../../registry/announcements/hold-verdict.ts";
import { whyRefused } from "../../../registry/reviews/refuse.ts";
import { stageOf, type Decision } from "../../../registry/reviews/stage.ts";
import { loadUnrestricted, type SubmittedApplication } from "../../../registry/reviews/submitted.query.ts";
import { listVerdicts, type Verdict } from "../../../registry/reviews/verdicts.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import type { StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";

/** What a page that asks "are you sure" needs. */
export interface DecisionView {
  readonly application: SubmittedApplication;
  readonly wrong: readonly Verdict[];
  readonly name: string;
  /** Whether nobody is told before the announcement of the program. */
  readonly isHeld: boolean;
}

/** Opens an application that this person may decide now; refuses like the decision itself would. */
export function loadDecision(services: ConsoleServices, visit: StaffVisit, decision: Decision): Promise<DecisionView> {
  return withStaff(services.db, visit.institutions, (trx) => load(trx, services, visit, decision));
}

async function load(
  trx: Transaction<DB>,
  services: ConsoleServices,
  visit: StaffVisit,
  decision: Decision,
): Promise<DecisionView> {
  const act = {
    applicationId: visit.params["application"] ?? "",
    institutions: visit.institutions,
    actorId: visit.session.accountId,
  };
  const application = await loadUnrestricted(trx, services, act.applicationId);
  if (application.status !== "in_review" || application.claimedBy !== act.actorId) throw await whyRefused(trx, act);
  if (!stageOf(application.compiled).decisions.includes(decision)) throw notAllowed();
  const verdicts = await listVerdicts(trx, {
    applicationId: application.id,
    round: application.round,
    key: application.key,
  });
  return {
    application,
    wrong: verdicts.filter(({ verdict }) => verdict === "wrong"),
    isHeld: await isVerdictHeld(trx, application.id),
    name: application.name === "" ? visit.say("console.unnamed") : application.name,
  };
}
