import { typedList, type TypedPage } from "../../program/answers.ts";
import { itemKey } from "../../program/repeat.ts";
import type { Saved } from "../../registry/applications/save-page.ts";
import { Button } from "../../ui/button/button.tsx";
import { Table } from "../../ui/table/table.tsx";
import type { Visit } from "../route.ts";
import type { ApplyServices } from "./services.ts";
import { addressOf } from "./step-address.ts";

/** Two tabs saved the same page: shows both, loses neither, and asks. */
export function drawStale(
  services: ApplyServices,
  visit: Visit,
  stale: Extract<Saved, { kind: "stale" }>,
  { page, item }: { readonly page: string; readonly item?: number },
): Response {
  const { say, language } = visit;
  const { application, mine, theirs } = stale;
  const fields = application.compiled.stepsById.get(page)?.fields ?? [];
  const href = addressOf(application.id, page, item);
  return services.draw(
    visit,
    {
      title: say("apply.stale_title"),
      area: application.institution[language],
      program: application.compiled.program.program,
      status: 409,
    },
    <>
      <h1 class="govuk-heading-l">{say("apply.stale_title")}</h1>
      <p class="govuk-body">{say("apply.stale_text")}</p>
      <Table
        caption={say("apply.stale_caption")}
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        stacked
        head={[
          { text: say("apply.stale_question") },
          { text: say("apply.stale_mine") },
          { text: say("apply.stale_theirs") },
        ]}
        rows={fields.map(({ definition, names }) => [
          { text: definition.label[language] },
          { text: shown(mine, names) },
          { text: shown(theirs, names) },
        ])}
      />
      <form method="post" action={href}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <input type="hidden" name="version" value={String(application.pageVersions[itemKey(page, item)] ?? 0)} />
        {Object.keys(mine).flatMap((name) =>
          typedList(mine, name).map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <div class="govuk-button-group">
          <Button text={say("apply.stale_use_mine")} preventDoubleClick />
          <Button text={say("apply.stale_use_theirs")} href={href} classes="govuk-button--secondary" />
        </div>
      </form>
    </>,
  );
}

function shown(typed: TypedPage, names: readonly string[]): string {
  return names
    .flatMap((name) => typedList(typed, name))
    .filter((value) => value !== "")
    .join(" ");
}
