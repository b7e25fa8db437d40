import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { agreeToClosing } from "../../registry/applications/agree.ts";
import { isUuid } from "../../registry/applications/load.query.ts";
import { isComplete } from "../../registry/applications/progress.ts";
import { refreshProgress } from "../../registry/applications/refresh.ts";
import { submitApplication } from "../../registry/applications/submit.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { drawCheck } from "./check.tsx";
import { closesItself } from "./closing.ts";
import type { ApplyServices } from "./services.ts";
import { openWork } from "./work.ts";

/** Submits: one round trip when all is well. Posting twice leads to the same receipt. */
export async function submit(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const applicationId = visit.params["application"] ?? "";
  if (!isUuid(applicationId)) throw notFound();
  if (first(visit.form, "declaration") !== "yes") {
    const work = await openWork(services, visit);
    if (work.application.status !== "draft" && work.application.status !== "returned") {
      return redirect(paths.apply.status(applicationId));
    }
    // A page that shows what is missing has no declaration to tick.
    if (!isComplete(work.progress)) return redirect(paths.apply.check(applicationId));
    return drawCheck(services, visit, work, "declaration");
  }
  if (first(visit.form, "later") === "yes") return saveForLater(services, visit);
  const { accountId } = visit.session;
  const submitted = await submitApplication(services.db, { applicationId, accountId, language: visit.language });
  switch (submitted.outcome) {
    case "submitted":
    case "already":
      return redirect(paths.apply.receipt(applicationId));
    case "incomplete":
    case "identity_taken":
      // Something changed since the page was drawn; the check says what is missing now.
      await refreshProgress(services, applicationId);
      return redirect(paths.apply.check(applicationId));
    case "identity_disputed":
      throw conflict("nik_disputed");
    case "closed": {
      // An old tab of what was decided since: it was sent, so it leads to the same receipt.
      const { application } = await openWork(services, visit);
      if (application.status === "decided" || application.status === "appealed")
        return redirect(paths.apply.receipt(applicationId));
      throw conflict("window_closed");
    }
    case "requirement":
      return showRequirements(services, visit);
    case "unknown":
      throw notFound();
  }
}

/** The program's page says what must come first, and leads there. */
async function showRequirements(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { application } = await openWork(services, visit);
  return redirect(paths.program(application.compiled.program.program));
}

/** Keeps declaration and agreement, so that the complete draft is sent at the closing. */
async function saveForLater(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { application } = await openWork(services, visit);
  if (!closesItself(application)) return redirect(paths.apply.check(application.id));
  const { accountId } = visit.session;
  const read = { text: visit.say("closing.later_hint"), language: visit.language };
  const input = { applicationId: application.id, accountId, agreed: true, declared: true, read };
  if (!application.inGrace || !(await agreeToClosing(services.db, input))) throw conflict("window_closed");
  return redirect(paths.apply.tasks(application.id));
}
