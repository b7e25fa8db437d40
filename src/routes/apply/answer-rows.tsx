import type { Step } from "../../program/compile.ts";
import { mayChange } from "../../program/corrections.ts";
import { answersIn, showAnswer, shownFields } from "../../program/journey.ts";
import { itemKey, itemNumbers } from "../../program/repeat.ts";
import { paths } from "../../paths.ts";
import { editableSteps, mayEditItems } from "../../registry/applications/editable.ts";
import { SummaryList, type SummaryRow } from "../../ui/summary-list/summary-list.tsx";
import type { Visit } from "../route.ts";
import type { Work } from "./work.ts";

/** The answers of a page, or of one of its items, question by question; without those that were never asked. */
export function answerRows(visit: Visit, work: Work, page: string, item: number | undefined): SummaryRow[] {
  const { say, language } = visit;
  const { compiled } = work.application;
  const { answers } = work.walked;
  const known = answersIn(compiled, page, item, answers);
  return shownFields(compiled, page, answers)
    .filter(({ id }) => compiled.fieldsById.get(id)?.condition?.holds(known) !== false)
    .map(({ id, label }) => ({
      key: { text: label[language] },
      value: {
        text:
          showAnswer(compiled, itemKey(id, item), answers, language) || say(unanswered(work, itemKey(page, item), id)),
      },
    }));
}

/** An answer that was typed wrong is still there on its page, so it is not called missing. */
function unanswered(
  { application, walked }: Work,
  page: string,
  field: string,
): "apply.step_invalid" | "apply.no_answer" {
  const isWrong = application.typed[page] !== undefined && walked.errors[page]?.some(({ id }) => id === field);
  return isWrong === true ? "apply.step_invalid" : "apply.no_answer";
}

/** The items of a repeated page, each with what may be done to it now. */
export function ItemCards(props: {
  readonly visit: Visit;
  readonly work: Work;
  readonly step: Extract<Step, { kind: "page" }>;
  readonly headingLevel: 2 | 3 | 4;
  /** On check-your-answers, or on the way back there. */
  readonly fromCheck?: boolean;
}) {
  const { visit, work, step } = props;
  const { say, language } = visit;
  const { application } = work;
  const open = editableSteps(application);
  const from = props.fromCheck === true ? "?from=check" : "";
  return (
    <>
      {itemNumbers(application.typed, step.id).map((item) => {
        const actions = [
          ...(mayChange(open, step.id, item)
            ? [{ href: `${paths.apply.item(application.id, step.id, item)}${from}`, text: say("apply.change") }]
            : []),
          ...(mayEditItems(application, step.id)
            ? [{ href: paths.apply.removeItem(application.id, step.id, item), text: say("items.remove") }]
            : []),
        ];
        return (
          <SummaryList
            card={{
              title: { text: `${step.repeat?.item[language] ?? ""} ${item}`, headingLevel: props.headingLevel },
              ...(actions.length > 0 ? { actions: { items: actions } } : {}),
            }}
            rows={answerRows(visit, work, step.id, item)}
          />
        );
      })}
    </>
  );
}
