import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { savePage, type PageInput, type Saved } from "../../registry/applications/save-page.ts";
import { asksJson, redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { REGION_STEP } from "../field-views.tsx";
import { drawList } from "./repeat-page.tsx";
import type { ApplyServices } from "./services.ts";
import { drawStale } from "./stale.tsx";
import { cameFromCheck, drawStepPage } from "./step-page.tsx";
import { isByItself, tellScript } from "./tell-script.ts";
import { workOn, type Work } from "./work.ts";

/** Saves a page as it was typed and goes on along the path, or shows what is wrong. */
export async function saveStep(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const page = visit.params["step"] ?? "";
  const saved = await savePage(services, inputOf(visit, page));
  if (asksJson(visit.request)) return tellScript(visit, saved, { page }, (done) => goOn(services, visit, page, done));
  if (saved.kind === "stale") return drawStale(services, visit, saved, { page });
  return goOn(services, visit, page, saved);
}

type Done = Extract<Saved, { kind: "saved" }>;

function goOn(services: ApplyServices, visit: PersonVisit, page: string, saved: Done): Response {
  const { application } = saved;
  const choosing = first(visit.form, REGION_STEP);
  if (choosing) {
    const from = cameFromCheck(visit) ? "&from=check" : "";
    return redirect(`${paths.apply.step(application.id, page)}?choosing${from}#${encodeURIComponent(choosing)}`);
  }
  const work = workOn(application, saved.walked);
  const step = application.compiled.stepsById.get(page)?.step;
  if (step?.kind !== "page") return redirect(paths.apply.tasks(application.id));
  if (step.repeat !== undefined && work.progress[page] !== "done") {
    return drawList(services, visit, { work, step, refused: true });
  }
  if (saved.errors.length === 0) return redirect(afterSave(work, page, cameFromCheck(visit)));
  return drawStepPage(services, visit, {
    work,
    step,
    typed: application.typed[page] ?? {},
    errors: saved.errors,
    refused: true,
  });
}

/** What a page's form says, of the page or of one item of it. */
export function inputOf(visit: PersonVisit, page: string, item?: number): PageInput {
  return {
    accountId: visit.session.accountId,
    applicationId: visit.params["application"] ?? "",
    page,
    item,
    form: visit.form,
    seenVersion: seenVersion(first(visit.form, "version")),
    byItself: isByItself(visit),
  };
}

/** The version of the page that a form was made from. */
function seenVersion(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

/** Where a good page leads: onwards, or back to the check, by way of what a changed answer opened. */
export function afterSave(work: Work, step: string, fromCheck: boolean): string {
  const { application, walked, progress } = work;
  if (walked.stops.some((stop) => stop.step === step)) return paths.apply.notEligible(application.id);
  const open = walked.steps.find(({ step: { id } }) => progress[id] !== "done")?.step.id;
  if (fromCheck || application.status === "returned") {
    if (open === undefined) return paths.apply.check(application.id);
    return application.status === "returned"
      ? paths.apply.tasks(application.id)
      : `${paths.apply.step(application.id, open)}?from=check`;
  }
  const next = walked.next(step);
  return next ? paths.apply.step(application.id, next.id) : paths.apply.check(application.id);
}
