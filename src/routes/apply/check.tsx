import type { Step } from "../../program/compile.ts";
import { shownFields, showAnswer } from "../../program/journey.ts";
import { paths } from "../../paths.ts";
import { editableSteps } from "../../registry/applications/editable.ts";
import { isComplete } from "../../registry/applications/progress.ts";
import { refreshProgress } from "../../registry/applications/refresh.ts";
import { Button } from "../../ui/button/button.tsx";
import { Checkboxes } from "../../ui/checkboxes/checkboxes.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { SummaryList, type SummaryRow } from "../../ui/summary-list/summary-list.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit, Visit } from "../route.ts";
import { DeadlineBox } from "./deadline-box.tsx";
import type { ApplyServices } from "./services.ts";
import { openWork, type Work } from "./work.ts";

/** Check-your-answers: everything as it will be sent, each with a way to change it, then the declaration. */
export async function showCheck(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const work = await openWork(services, visit);
  const { application } = work;
  if (application.status !== "draft" && application.status !== "returned")
    return redirect(paths.apply.status(application.id));
  // What is stored decides at the moment of submitting, so what the page says must be stored.
  if (isComplete(work.progress) !== application.complete) await refreshProgress(services, application.id);
  return drawCheck(services, visit, work, undefined);
}

/** Draws the page; `undeclared` after a submit without the declaration. */
export function drawCheck(
  services: ApplyServices,
  visit: Visit,
  work: Work,
  undeclared: "declaration" | undefined,
): Response {
  const { say, language } = visit;
  const { application, walked, progress } = work;
  const { program } = application.compiled;
  const open = walked.steps.filter(({ step }) => progress[step.id] !== "done");
  const editable = editableSteps(application);
  return services.draw(
    visit,
    {
      title: say("apply.check_title"),
      area: application.institution[language],
      errors: undeclared !== undefined,
      back: { href: paths.apply.tasks(application.id), text: say("apply.to_tasks") },
      layout: "side",
      side: <DeadlineBox visit={visit} compiled={application.compiled} application={work.facts} />,
    },
    <>
      {undeclared && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: 1 })}
          errorList={[{ href: "#declaration", text: say("apply.declaration_missing") }]}
        />
      )}
      <h1 class="govuk-heading-l">{say("apply.check_title")}</h1>
      <p class="govuk-body">{say("apply.check_intro")}</p>
      {open.length > 0 && <Missing visit={visit} work={work} steps={open.map(({ step }) => step)} />}
      {walked.tasks.map(({ task, steps }) => (
        <section>
          <h2 class="govuk-heading-m">{task.title[language]}</h2>
          {steps.map(({ step }) => (
            <SummaryList
              card={{
                title: { text: step.title[language], headingLevel: 3 },
                ...(editable.has(step.id)
                  ? {
                      actions: {
                        items: [
                          {
                            href: `${paths.apply.step(application.id, step.id)}?from=check`,
                            text: say("apply.change"),
                          },
                        ],
                      },
                    }
                  : {}),
              }}
              rows={rowsOf(visit, work, step)}
            />
          ))}
        </section>
      ))}
      {open.length === 0 && (
        <form method="post" action={paths.apply.submit(application.id)} novalidate>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <h2 class="govuk-heading-m">{say("apply.declaration_title")}</h2>
          <p class="govuk-body">{program.declaration[language]}</p>
          <Checkboxes
            name="declaration"
            fieldset={{ legend: { text: say("apply.declaration_legend"), classes: "govuk-visually-hidden" } }}
            {...(undeclared
              ? {
                  errorMessage: {
                    text: say("apply.declaration_missing"),
                    visuallyHiddenText: say("frame.error_prefix"),
                  },
                }
              : {})}
            items={[{ value: "yes", text: say("apply.declaration_agree") }]}
          />
          <Button text={say("apply.submit")} preventDoubleClick />
        </form>
      )}
    </>,
  );
}

/** What is still to be done, each a link. */
function Missing(props: { visit: Visit; work: Work; steps: readonly Step[] }) {
  const { say, language } = props.visit;
  const { application, progress } = props.work;
  return (
    <div class="daftar-notice">
      <h2 class="govuk-heading-s">{say("apply.missing_title")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {props.steps.map((step) => (
          <li>
            <a class="govuk-link" href={`${paths.apply.step(application.id, step.id)}?from=check`}>
              {step.title[language]}
            </a>{" "}
            – {say(progress[step.id] === "invalid" ? "apply.step_invalid" : "apply.step_todo")}
          </li>
        ))}
      </ul>
    </div>
  );
}

function rowsOf(visit: Visit, work: Work, step: Step): SummaryRow[] {
  const { say, language } = visit;
  const { application, walked } = work;
  if (step.kind === "document") {
    const document = application.documents[step.id];
    const text = !document
      ? say(step.slot.optional ? "apply.document_none_optional" : "apply.document_none")
      : say(document.status === "refused" ? "apply.document_refused" : "apply.document_given");
    return [{ key: { text: step.slot.label[language] }, value: { text } }];
  }
  return shownFields(application.compiled, step.id, walked.answers).map((field) => ({
    key: { text: field.label[language] },
    value: {
      text:
        showAnswer(application.compiled, field.id, walked.answers, language) || say(unanswered(work, step, field.id)),
    },
  }));
}

/** An answer that was typed wrong is still there on its page, so it is not called missing. */
function unanswered(
  { application, walked }: Work,
  step: Step,
  field: string,
): "apply.step_invalid" | "apply.no_answer" {
  const isWrong = application.typed[step.id] !== undefined && walked.errors[step.id]?.some(({ id }) => id === field);
  return isWrong === true ? "apply.step_invalid" : "apply.no_answer";
}
