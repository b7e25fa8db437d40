import type { FieldError } from "../../program/answers.ts";
import { paths } from "../../paths.ts";
import { notFound } from "../../platform/refusals.ts";
import { readPrefilled } from "../../registry/accounts/prefilled.query.ts";
import { mayEdit } from "../../registry/applications/editable.ts";
import { identityStep } from "../../registry/applications/identity.ts";
import type { PageError } from "../../registry/applications/save-page.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { showDocument } from "./document.tsx";
import { drawList } from "./repeat-page.tsx";
import type { ApplyServices } from "./services.ts";
import { drawStepPage } from "./step-page.tsx";
import { openWork, type Work } from "./work.ts";

/** One step: a page of questions or a document, as it was left. */
export async function showStep(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const work = await openWork(services, visit);
  const { application } = work;
  const stepId = visit.params["step"] ?? "";
  const step = application.compiled.stepsById.get(stepId);
  if (!step) throw notFound();
  if (!Object.hasOwn(work.progress, stepId) || !mayEdit(application, stepId)) {
    return redirect(paths.apply.tasks(application.id));
  }
  if (step.step.kind === "document") return showDocument(services, visit, work, step.step);
  if (step.step.repeat !== undefined) return drawList(services, visit, { work, step: step.step, refused: false });
  const saved = application.typed[stepId];
  const typed = saved ?? (await readPrefilled(services, visit.session.accountId, fieldsOf(work, stepId)));
  // Whoever pressed "show the next choices", or went away while typing, is in the middle of the page.
  const quiet = visit.url.searchParams.has("choosing") || application.unfinished.has(stepId);
  return drawStepPage(services, visit, {
    work,
    step: step.step,
    typed,
    errors: quiet || !saved ? [] : pageErrors(work, stepId),
    refused: false,
  });
}

/** What is wrong with a saved page, including a NIK that belongs to another account. */
export function pageErrors(work: Work, stepId: string): readonly PageError[] {
  const errors: readonly FieldError[] = work.walked.errors[stepId] ?? [];
  const identity = work.application.identityTaken ? identityStep(work.application.compiled) : undefined;
  if (identity?.id !== stepId) return errors;
  return [
    ...errors,
    { field: identity.field.names[0] ?? "", id: identity.field.definition.id, code: "nik_taken", params: {} },
  ];
}

function fieldsOf({ application: { compiled } }: Work, stepId: string) {
  return (compiled.stepsById.get(stepId)?.fields ?? []).map(({ definition }) => definition);
}
