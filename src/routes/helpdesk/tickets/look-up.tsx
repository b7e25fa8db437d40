import { first } from "../../../platform/http/form.ts";
import { networkOf } from "../../../platform/limits.ts";
import { paths } from "../../../paths.ts";
import { ticketDoor } from "../../../registry/tickets/door.ts";
import { lookUpTicket } from "../../../registry/tickets/look-up.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import { readFields } from "./ask-form.ts";
import { factFields } from "./contact-fields.ts";
import { Fields, Problems, type FieldProblem } from "./fields.tsx";
import type { TicketServices } from "./services.ts";

/** The form by which a ticket is found again. */
export function showLookUp(services: TicketServices, visit: Visit): Response {
  return draw(services, visit, []);
}

/** Leads to the ticket; what does not fit together is answered with one message, whichever part was wrong. */
export async function postLookUp(services: TicketServices, visit: Visit): Promise<Response> {
  const { say, language, form } = visit;
  const { answers, errors } = readFields(factFields, form, { say, language, regions: services.regions });
  const number = first(form, "nomor").trim();
  const [birthDate, email] = [String(answers["lahir"] ?? ""), String(answers["surel"] ?? "")];
  const lacksFact = errors.length === 0 && birthDate === "" && email === "";
  const problems = [
    ...(number === "" ? [{ field: "nomor", text: say("tickets.error_number") }] : []),
    ...errors,
    ...(lacksFact ? [{ field: "lahir.day", text: say("tickets.error_fact") }] : []),
  ];
  if (problems.length > 0) return draw(services, visit, problems);
  const id = await lookUpTicket(services, { number, birthDate, email, network: networkOf(visit.address) });
  if (id === undefined) return draw(services, visit, [{ field: "nomor", text: say("tickets.not_found") }]);
  return redirect(paths.helpdesk.ticket(ticketDoor(services.keyring, visit.csrf, id)));
}

function draw(services: TicketServices, visit: Visit, problems: readonly FieldProblem[]): Response {
  const { say, language, form } = visit;
  const { regions } = services;
  const { typed } = readFields(factFields, form, { say, language, regions });
  const wrong = problems.find(({ field }) => field === "nomor")?.text;
  return services.draw(
    visit,
    {
      title: say("tickets.look_title"),
      errors: problems.length > 0,
      back: { href: paths.helpdesk.home, text: say("helpdesk.title") },
    },
    <>
      <Problems visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("tickets.look_title")}</h1>
      <p class="govuk-body-l">{say("tickets.look_lead")}</p>
      <form method="post" action={paths.helpdesk.tickets} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
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
        <Button text={say("tickets.look_button")} preventDoubleClick />
      </form>
    </>,
  );
}
