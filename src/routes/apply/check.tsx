import type { Step } from "../../program/compile.ts";
import { feeStep } from "../../program/fee.ts";
import { itemNumbers } from "../../program/repeat.ts";
import { paths } from "../../paths.ts";
import { editableSteps } from "../../registry/applications/editable.ts";
import { isComplete } from "../../registry/applications/progress.ts";
import { refreshProgress } from "../../registry/applications/refresh.ts";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { SummaryList, type SummaryRow } from "../../ui/summary-list/summary-list.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit, Visit } from "../route.ts";
import { answerRows, ItemCards } from "./answer-rows.tsx";
import { DeadlineBox } from "./deadline-box.tsx";
import { DeclarationForm } from "./declaration-form.tsx";
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
  const open = walked.steps.filter(({ step }) => progress[step.id] !== "done");
  const editable = editableSteps(application);
  return services.draw(
    visit,
    {
      title: say("apply.check_title"),
      area: application.institution[language],
      program: application.compiled.program.program,
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
      {application.identityShared && <SharedNik visit={visit} />}
      {!isComplete(progress) && <Missing visit={visit} work={work} steps={open.map(({ step }) => step)} />}
      {walked.tasks.map(({ task, steps }) => (
        <section>
          <h2 class="govuk-heading-m">{task.title[language]}</h2>
          {steps.map(({ step }) => (
            <>
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
              {step.kind === "page" && step.repeat && (
                <ItemCards visit={visit} work={work} step={step} headingLevel={4} fromCheck />
              )}
            </>
          ))}
        </section>
      ))}
      {isComplete(progress) && <DeclarationForm visit={visit} work={work} undeclared={undeclared !== undefined} />}
    </>,
  );
}

/** Somebody else states the same NIK: said before it is sent, and no reason to stop. */
function SharedNik({ visit: { say } }: { readonly visit: Visit }) {
  return (
    <InsetText>
      <h2 class="govuk-heading-s">{say("nik.shared.title")}</h2>
      <p class="govuk-body">{say("nik.shared.text")}</p>
    </InsetText>
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
        {(progress[feeStep] ?? "done") !== "done" && (
          <li>
            <a class="govuk-link" href={paths.apply.fee(application.id)}>
              {say("fee.task")}
            </a>{" "}
            – {say(progress[feeStep] === "todo" ? "fee.standing_owed" : "apply.step_later")}
          </li>
        )}
      </ul>
    </div>
  );
}

function rowsOf(visit: Visit, work: Work, step: Step): SummaryRow[] {
  const { say, language } = visit;
  const { application } = work;
  if (step.kind === "document") {
    const document = application.documents[step.id];
    const text = !document
      ? say(step.slot.optional ? "apply.document_none_optional" : "apply.document_none")
      : say(document.status === "refused" ? "apply.document_refused" : "apply.document_given");
    return [{ key: { text: step.slot.label[language] }, value: { text } }];
  }
  if (step.repeat === undefined) return answerRows(visit, work, step.id, undefined);
  const count = itemNumbers(application.typed, step.id).length;
  return [{ key: { text: say("items.count") }, value: { text: count === 0 ? say("items.none") : String(count) } }];
}
