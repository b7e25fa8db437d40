import { localCopyKey } from "../../platform/http/tokens.ts";
import { typedText, type TypedPage } from "../../program/answers.ts";
import type { Step } from "../../program/compile.ts";
import { shownFields } from "../../program/journey.ts";
import { itemKey } from "../../program/repeat.ts";
import { paths } from "../../paths.ts";
import type { PageError } from "../../registry/applications/save-page.ts";
import { Autosave, type AutosaveProps } from "../../ui/autosave/autosave.tsx";
import { Button } from "../../ui/button/button.tsx";
import type { Language, Say } from "../../texts/texts.ts";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { CaptionedHeading, TaskBar } from "../../ui/task-bar/task-bar.tsx";
import type { Visit } from "../route.ts";
import { DeadlineBox } from "./deadline-box.tsx";
import { wordErrors } from "../field-errors.ts";
import { drawField, fieldHref } from "../field-views.tsx";
import { MarkedHere } from "./marked.tsx";
import type { ApplyServices } from "./services.ts";
import { addressOf } from "./step-address.ts";
import { WhyRefused } from "./why-refused.tsx";
import type { Work } from "./work.ts";

export interface StepPage {
  readonly work: Work;
  readonly step: Extract<Step, { kind: "page" }>;
  /** The item of a repeated page. */
  readonly item?: number;
  readonly typed: TypedPage;
  readonly errors: readonly PageError[];
  /** True right after a save that found errors: then the answer is 422. */
  readonly refused: boolean;
}

/** A page of questions with what was typed and what is wrong with it. */
export function drawStepPage(services: ApplyServices, visit: Visit, page: StepPage): Response {
  const { say, language } = visit;
  const { application } = page.work;
  const { compiled } = application;
  const { step, item } = page;
  const title = stepTitle(step, item, language);
  const address = addressOf(application.id, step.id, item);
  const errors = wordErrors(compiled, page.errors, visit);
  const messages = new Map(errors.map(({ field, text }) => [field, text]));
  const fromCheck = cameFromCheck(visit);
  const intro = compiled.program.tasks.flatMap((task) => task.pages).find(({ page: id }) => id === page.step.id)?.intro;
  return services.draw(
    visit,
    {
      title,
      area: application.institution[language],
      program: application.compiled.program.program,
      errors: errors.length > 0,
      status: page.refused ? 422 : 200,
      back: {
        href: item === undefined ? backHref(page.work, step.id, fromCheck) : listHref(page.work, step.id, fromCheck),
      },
      layout: "side",
      side: <DeadlineBox visit={visit} compiled={compiled} application={page.work.facts} />,
    },
    <>
      <Progress visit={visit} work={page.work} step={page.step} />
      {errors.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: errors.length })}
          errorList={errors.map(({ field, text }) => ({ href: fieldHref({ field }), text }))}
        />
      )}
      <Heading visit={visit} work={page.work} step={step} text={title} />
      <WhyRefused visit={visit} program={compiled.program} errors={page.errors} />
      <Stops visit={visit} work={page.work} step={step} />
      {intro && <p class="govuk-body">{intro[language]}</p>}
      <Autosave
        copyKey={localCopyKey(services.keyring.signing, application.accountId, address)}
        signInHref={paths.account.login}
        texts={autosaveTexts(say)}
      >
        <form method="post" action={address} novalidate>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <input type="hidden" name="version" value={String(application.pageVersions[itemKey(step.id, item)] ?? 0)} />
          {fromCheck && <input type="hidden" name="from" value="check" />}
          {shownFields(compiled, step.id, page.work.walked.answers).map((definition) =>
            drawField({ definition, typed: page.typed, errors: messages, say, language, regions: compiled.regions }),
          )}
          <Button text={say("apply.save")} preventDoubleClick />
        </form>
      </Autosave>
    </>,
  );
}

function autosaveTexts(say: Say): AutosaveProps["texts"] {
  return {
    saving: say("apply.autosaving"),
    saved: say("apply.autosaved", { time: "%{time}" }),
    cut: say("apply.autosave_cut"),
    again: say("apply.autosave_again"),
    signedOut: say("apply.autosave_signed_out"),
    signIn: say("apply.autosave_sign_in"),
    stale: say("apply.autosave_stale"),
    withheld: say("apply.autosave_withheld"),
    closed: say("apply.autosave_closed"),
  };
}

/** The title of a page, or of an item: what one is called and its place in the list. */
export function stepTitle(step: Step, item: number | undefined, language: Language): string {
  return item === undefined || step.kind !== "page" || step.repeat === undefined
    ? step.title[language]
    : `${step.repeat.item[language]} ${item}`;
}

/** The list of a repeated page, on the way back to check-your-answers or not. */
export function listHref(work: Work, step: string, fromCheck: boolean): string {
  return `${paths.apply.step(work.application.id, step)}${fromCheck ? "?from=check" : ""}`;
}

/** Why an answer of this page means that the person cannot apply. */
export function Stops(props: { visit: Visit; work: Work; step: Step }) {
  const { language } = props.visit;
  return (
    <>
      {props.work.walked.stops
        .filter(({ step }) => step === props.step.id)
        .map(({ stop }) => (
          <InsetText text={stop[language]} />
        ))}
    </>
  );
}

/** Whether the person came to change an answer from check-your-answers, and goes back there. */
export function cameFromCheck(visit: Visit): boolean {
  return typedText(visit.form, "from") === "check" || visit.url.searchParams.get("from") === "check";
}

/** Back follows the path taken: to the step before on it, or to check-your-answers. */
export function backHref(work: Work, step: string, fromCheck: boolean): string {
  const { application, walked } = work;
  if (fromCheck) return paths.apply.check(application.id);
  const previous = application.status === "draft" ? walked.previous(step) : undefined;
  return previous ? paths.apply.step(application.id, previous.id) : paths.apply.tasks(application.id);
}

/** The bar of the tasks with the current one. */
export function Progress(props: { visit: Visit; work: Work; step: Step }) {
  const { say, language } = props.visit;
  return (
    <TaskBar
      label={say("apply.tasks_label")}
      items={props.work.walked.tasks.map(({ task, status }) => ({
        text: task.title[language],
        state: task.task === props.step.task ? "current" : status === "done" ? "done" : "todo",
      }))}
      stateTexts={{ done: say("apply.task_done"), current: say("apply.task_current"), todo: say("apply.task_todo") }}
    />
  );
}

/** The title of a step with its task and its place among the task's steps, and what was marked on it at a return. */
export function Heading(props: { visit: Visit; work: Work; step: Step; text?: string }) {
  const { say, language } = props.visit;
  const task = props.work.walked.tasks.find(({ task: { task: id } }) => id === props.step.task);
  const at = task?.steps.findIndex(({ step }) => step.id === props.step.id) ?? 0;
  return (
    <>
      <CaptionedHeading
        caption={say("apply.caption", {
          task: task?.task.title[language] ?? "",
          at: at + 1,
          all: task?.steps.length ?? 1,
        })}
        text={props.text ?? props.step.title[language]}
      />
      <MarkedHere visit={props.visit} application={props.work.application} step={props.step} />
    </>
  );
}
