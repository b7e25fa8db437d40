import type { Step } from "../../program/compile.ts";
import { itemKey, itemNumbers, nextItem } from "../../program/repeat.ts";
import { paths } from "../../paths.ts";
import { mayEditItems } from "../../registry/applications/editable.ts";
import { Button } from "../../ui/button/button.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import type { Visit } from "../route.ts";
import { ItemCards } from "./answer-rows.tsx";
import { DeadlineBox } from "./deadline-box.tsx";
import type { ApplyServices } from "./services.ts";
import { backHref, cameFromCheck, Heading, Progress, stepTitle } from "./step-page.tsx";
import type { Work } from "./work.ts";

export interface ListPage {
  readonly work: Work;
  readonly step: Extract<Step, { kind: "page" }>;
  /** True right after going on was refused: then the answer is 422. */
  readonly refused: boolean;
}

/** The list of a repeated page: its items, a way to add one, and the way on. */
export function drawList(services: ApplyServices, visit: Visit, { work, step, refused }: ListPage): Response {
  const { say, language } = visit;
  const { application } = work;
  const { compiled } = application;
  const fromCheck = cameFromCheck(visit);
  const { min = 0, max = 0, item: what } = step.repeat ?? {};
  const items = itemNumbers(application.typed, step.id);
  const next = nextItem(application.typed, step.id);
  const intro = compiled.program.tasks.flatMap((task) => task.pages).find(({ page }) => page === step.id)?.intro;
  const errors = refused ? listErrors(visit, work, step) : [];
  return services.draw(
    visit,
    {
      title: step.title[language],
      area: application.institution[language],
      program: application.compiled.program.program,
      errors: errors.length > 0,
      status: refused ? 422 : 200,
      back: { href: backHref(work, step.id, fromCheck) },
      layout: "side",
      side: <DeadlineBox visit={visit} compiled={compiled} application={work.facts} />,
    },
    <>
      <Progress visit={visit} work={work} step={step} />
      {errors.length > 0 && (
        <ErrorSummary titleText={say("frame.errors_title", { count: errors.length })} errorList={errors} />
      )}
      <Heading visit={visit} work={work} step={step} />
      {intro && <p class="govuk-body">{intro[language]}</p>}
      <p class="govuk-hint">{say("items.limits", { min, max })}</p>
      <ItemCards visit={visit} work={work} step={step} headingLevel={2} fromCheck={fromCheck} />
      {items.length < max && next !== undefined && mayEditItems(application, step.id) && (
        <p class="govuk-body">
          <Button
            id="add"
            href={`${paths.apply.item(application.id, step.id, next)}${fromCheck ? "?from=check" : ""}`}
            text={say("items.add", { item: (what?.[language] ?? "").toLowerCase() })}
            classes="govuk-button--secondary"
          />
        </p>
      )}
      <form method="post" action={paths.apply.step(application.id, step.id)} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <input type="hidden" name="version" value={String(application.pageVersions[step.id] ?? 0)} />
        {fromCheck && <input type="hidden" name="from" value="check" />}
        <Button text={say("apply.save")} preventDoubleClick />
      </form>
    </>,
  );
}

/** Why the list is not done: items that are wrong, or too few or many of them. */
function listErrors(visit: Visit, { application, walked }: Work, step: ListPage["step"]) {
  const { say, language } = visit;
  const items = itemNumbers(application.typed, step.id);
  const { min = 0, max = 0 } = step.repeat ?? {};
  const wrong = items
    .filter((item) => Object.hasOwn(walked.errors, itemKey(step.id, item)))
    .map((item) => ({
      href: paths.apply.item(application.id, step.id, item),
      text: say("items.wrong", { item: stepTitle(step, item, language) }),
    }));
  const few = items.length < min ? [{ href: "#add", text: say("items.too_few", { min, count: items.length }) }] : [];
  const many = items.length > max ? [{ href: "#main", text: say("items.too_many", { max }) }] : [];
  return [...few, ...many, ...wrong];
}
