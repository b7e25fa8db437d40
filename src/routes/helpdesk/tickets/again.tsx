import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/button/button.tsx";
import type { Visit } from "../../route.ts";
import type { TicketServices } from "./services.ts";

/** That the same question is open already: the same words for whoever sent it, with nothing about the first. */
export function showAgain({ draw }: TicketServices, visit: Visit): Response {
  const { say } = visit;
  return draw(
    visit,
    { title: say("tickets.again_title"), back: { href: paths.helpdesk.home, text: say("helpdesk.title") } },
    <>
      <h1 class="govuk-heading-l">{say("tickets.again_title")}</h1>
      <p class="govuk-body-l">{say("tickets.again_lead")}</p>
      <p class="govuk-body">{say("tickets.again_number")}</p>
      <Button href={paths.helpdesk.tickets} text={say("tickets.look_title")} />
    </>,
  );
}
