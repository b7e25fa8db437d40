import { mayChange } from "../../program/corrections.ts";
import { itemKey, itemNumbers, readItemNumber } from "../../program/repeat.ts";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { notFound } from "../../platform/refusals.ts";
import { editableSteps, mayEditItems } from "../../registry/applications/editable.ts";
import { removeItem } from "../../registry/applications/remove-item.ts";
import { savePage, type Saved } from "../../registry/applications/save-page.ts";
import { Button } from "../../ui/button/button.tsx";
import { asksJson, redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { REGION_STEP } from "../field-views.tsx";
import { inputOf } from "./save.tsx";
import type { ApplyServices } from "./services.ts";
import { drawStale } from "./stale.tsx";
import { cameFromCheck, drawStepPage, listHref, stepTitle } from "./step-page.tsx";
import { tellScript } from "./tell-script.ts";
import { openWork, workOn, type Work } from "./work.ts";

/** The form of one item of a repeated page: one that is there, or the next. */
export async function showItem(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const work = await openWork(services, visit);
  const { step, item } = itemOf(work, visit);
  const { application } = work;
  const key = itemKey(step.id, item);
  const saved = application.typed[key];
  const isFull = itemNumbers(application.typed, step.id).length >= step.repeat.max;
  const mayOpen = mayChange(editableSteps(application), step.id, item) && Object.hasOwn(work.progress, step.id);
  if (!mayOpen || (saved === undefined && isFull)) return redirect(listHref(work, step.id, cameFromCheck(visit)));
  // Whoever pressed "show the next choices" is in the middle of the page, and has made no mistake yet.
  const quiet = visit.url.searchParams.has("choosing");
  const errors = quiet || application.unfinished.has(key) ? [] : (work.walked.errors[key] ?? []);
  return drawStepPage(services, visit, { work, step, item, typed: saved ?? {}, errors, refused: false });
}

/** Saves an item as it was typed and goes back to the list, or shows what is wrong. */
export async function saveItem(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const at = itemOf(await openWork(services, visit), visit);
  const saved = await savePage(services, inputOf(visit, at.step.id, at.item));
  const place = { page: at.step.id, item: at.item };
  if (asksJson(visit.request)) return tellScript(visit, saved, place, (done) => goOn(services, visit, at, done));
  if (saved.kind === "stale") return drawStale(services, visit, saved, place);
  return goOn(services, visit, at, saved);
}

function goOn(
  services: ApplyServices,
  visit: PersonVisit,
  { step, item }: ReturnType<typeof itemOf>,
  saved: Extract<Saved, { kind: "saved" }>,
): Response {
  const { application } = saved;
  const choosing = first(visit.form, REGION_STEP);
  if (choosing) {
    const from = cameFromCheck(visit) ? "&from=check" : "";
    return redirect(
      `${paths.apply.item(application.id, step.id, item)}?choosing${from}#${encodeURIComponent(choosing)}`,
    );
  }
  const work = workOn(application, saved.walked);
  if (saved.errors.length === 0) return redirect(listHref(work, step.id, cameFromCheck(visit)));
  const typed = application.typed[itemKey(step.id, item)] ?? {};
  return drawStepPage(services, visit, { work, step, item, typed, errors: saved.errors, refused: true });
}

/** Asks once more before an item is removed. */
export async function showRemoveItem(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { say, language } = visit;
  const work = await openWork(services, visit);
  const { step, item } = itemOf(work, visit);
  const { application } = work;
  const list = listHref(work, step.id, false);
  const isThere = Object.hasOwn(application.typed, itemKey(step.id, item));
  if (!isThere || !mayEditItems(application, step.id)) return redirect(list);
  const title = say("items.remove_title", { item: stepTitle(step, item, language) });
  return services.draw(
    visit,
    {
      title,
      area: application.institution[language],
      program: application.compiled.program.program,
      back: { href: list },
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{say("items.remove_text")}</p>
      <form method="post" action={paths.apply.removeItem(application.id, step.id, item)}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <div class="govuk-button-group">
          <Button text={say("items.remove_confirm")} classes="govuk-button--warning" preventDoubleClick />
          <Button text={say("items.keep")} href={list} classes="govuk-button--secondary" />
        </div>
      </form>
    </>,
  );
}

/** Removes an item; doing it twice does no harm. */
export async function dropItem(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const work = await openWork(services, visit);
  const { step, item } = itemOf(work, visit);
  await removeItem(services, {
    accountId: visit.session.accountId,
    applicationId: work.application.id,
    page: step.id,
    item,
  });
  return redirect(listHref(work, step.id, false));
}

/** The repeated page and item in the address; 404 for anything else. */
function itemOf(work: Work, visit: PersonVisit) {
  const step = work.application.compiled.stepsById.get(visit.params["step"] ?? "")?.step;
  const item = readItemNumber(visit.params["item"] ?? "");
  if (step?.kind !== "page" || step.repeat === undefined || item === undefined) throw notFound();
  return { step: { ...step, repeat: step.repeat }, item };
}
