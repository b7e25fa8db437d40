import { paths } from "../../paths.ts";
import { Button } from "../../ui/button/button.tsx";
import { Checkboxes } from "../../ui/checkboxes/checkboxes.tsx";
import type { Visit } from "../route.ts";
import { closesItself } from "./closing.ts";
import type { Work } from "./work.ts";

/** The declaration, and the two ways on: send now, or let a complete draft wait for the closing. */
export function DeclarationForm(props: { readonly visit: Visit; readonly work: Work; readonly undeclared: boolean }) {
  const { visit, work, undeclared } = props;
  const { say, language } = visit;
  const { application } = work;
  const mayWait = closesItself(application);
  const waits = mayWait && application.agreedAt !== null && application.declaredAt !== null;
  return (
    <form method="post" action={paths.apply.submit(application.id)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <h2 class="govuk-heading-m">{say("apply.declaration_title")}</h2>
      {waits && <p class="govuk-body daftar-notice">{say("closing.waits")}</p>}
      <p class="govuk-body">{application.compiled.program.declaration[language]}</p>
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
      {mayWait && !waits && <p class="govuk-hint">{say("closing.later_hint")}</p>}
      <div class="govuk-button-group">
        <Button text={say("apply.submit")} preventDoubleClick />
        {mayWait && !waits && (
          <Button
            name="later"
            value="yes"
            text={say("closing.later")}
            classes="govuk-button--secondary"
            preventDoubleClick
          />
        )}
      </div>
    </form>
  );
}
