import { first } from "../../../platform/http/form.ts";
import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import type { Visit } from "../../route.ts";
import { readFields } from "./ask-form.ts";
import { factFields } from "./contact-fields.ts";
import { Fields, Problems, type FieldProblem } from "./fields.tsx";
import { keptWords } from "./kept-words.ts";
import type { TicketServices } from "./services.ts";

/**
 * The form by which a ticket is found again, with what was typed on its page when the address was over. `status` where it is
 * another than that of a form that is filled in wrongly.
 */
export function drawLookUp(
  services: TicketServices,
  visit: Visit,
  problems: readonly FieldProblem[],
  status?: number,
): Response {
  const { say, language, form } = visit;
  const { regions } = services;
  const { typed } = readFields(factFields, form, { say, language, regions });
  const kept = keptWords(visit);
  const wrong = problems.find(({ field }) => field === "nomor")?.text;
  return services.draw(
    visit,
    {
      title: say("tickets.look_title"),
      errors: problems.length > 0,
      ...(status === undefined ? {} : { status }),
      back: { href: paths.helpdesk.home, text: say("helpdesk.title") },
    },
    <>
      <Problems visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("tickets.look_title")}</h1>
      <p class="govuk-body-l">{say("tickets.look_lead")}</p>
      {kept && <InsetText text={say("tickets.kept")} />}
      <form method="post" action={paths.helpdesk.tickets} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        {Object.entries(kept?.fields ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Input
          name="nomor"
          classes="govuk-input--width-20 daftar-digits"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          label={{ text: say("tickets.number"), classes: "govuk-label--s" }}
          hint={{ text: say("tickets.number_hint") }}
          value={first(form, "nomor")}
          {...(wrong ? { errorMessage: { text: wrong, visuallyHiddenText: say("frame.error_prefix") } } : {})}
        />
        <Fields visit={visit} definitions={factFields} typed={typed} problems={problems} regions={regions} />
        <Button text={say(kept ? "tickets.look_and_send" : "tickets.look_button")} preventDoubleClick />
      </form>
    </>,
  );
}
