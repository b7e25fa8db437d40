import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import type { Decision } from "../../../registry/reviews/stage.ts";
import type { StaffVisit } from "../../route.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Link } from "../../../ui/link/link.tsx";
import type { Slot } from "../../../ui/slot.ts";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Keys } from "../keys.tsx";
import type { ConsoleServices } from "../services.ts";
import type { DecisionView } from "./load-decision.ts";

export interface DecisionPage {
  readonly decision: Decision;
  readonly view: DecisionView;
  /** What stands in the way; links to the field with `input`. */
  readonly problems: readonly { readonly text: string; readonly input?: string }[];
  /** False when nothing on this page can remove the problem. */
  readonly mayGoOn: boolean;
  readonly children: Slot;
}

/** Draws the page between the button and the deed, where a slip of the hand ends. */
export function drawDecision(services: ConsoleServices, visit: StaffVisit, page: DecisionPage): Response {
  const { say, language } = visit;
  const { decision, view, problems } = page;
  const { application, name } = view;
  const title = say(`console.${decision}.title`, { name });
  const back = paths.console.application(application.id);
  return services.draw(
    visit,
    {
      title,
      area: say("console.area"),
      back: { href: back, text: say("console.back_to_application") },
      errors: problems.length > 0,
    },
    <>
      {problems.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: problems.length })}
          errorList={problems.map(({ text, input }) => (input === undefined ? { text } : { text, href: `#${input}` }))}
        />
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          {
            key: { text: say("console.queue.column.program") },
            value: { text: inLanguage(application.compiled.program.title, language) },
          },
          { key: { text: say("console.app.receipt") }, value: { text: application.receipt } },
        ]}
      />
      {page.mayGoOn ? (
        <form method="post" action={paths.console[decision](application.id)} novalidate>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <input type="hidden" name="round" value={String(application.round)} />
          {page.children}
          <Button
            text={say(`console.${decision}.button`)}
            classes={decision === "reject" ? "govuk-button--warning" : ""}
            attributes={{ "data-shortcut": "y" }}
            preventDoubleClick
          />
        </form>
      ) : (
        page.children
      )}
      <p class="govuk-body">
        <Link href={back} attributes={{ "data-shortcut": "b" }}>
          {say("console.back_to_application")}
        </Link>
      </p>
      <Keys
        say={say}
        keys={[
          ...(page.mayGoOn ? [{ key: "Y", does: `console.${decision}.button` } as const] : []),
          { key: "B", does: "console.keys.back" },
        ]}
      />
    </>,
  );
}
