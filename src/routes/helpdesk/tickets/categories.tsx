import { paths } from "../../../paths.ts";
import { isTakenBy } from "../../../registry/tickets/category-file.ts";
import { Choice } from "../../../ui/choice/choice.tsx";
import { Link } from "../../../ui/link/link.tsx";
import type { Visit } from "../../route.ts";
import { noteMiss, textOf } from "../searches.ts";
import { cameFrom } from "./came-from.ts";
import type { TicketServices } from "./services.ts";

/** What one can ask about, and the way back to a ticket that was sent. */
export async function showCategories(services: TicketServices, visit: Visit): Promise<Response> {
  const { categories, draw } = services;
  const { say, language } = visit;
  const from = await cameFrom(services, visit);
  const searched = textOf(visit, "searched");
  if (searched !== "") await noteMiss(services, visit, searched);
  const { ask, askFrom } = paths.helpdesk;
  const asked = from ? [from.program] : await services.catalog.list();
  // An institution's own categories stand where one may ask it: not on the way from another one's program.
  const offered = categories.filter((category) => asked.some(({ institution: { slug } }) => isTakenBy(category, slug)));
  return draw(
    visit,
    { title: say("tickets.ask_title"), back: { href: paths.helpdesk.home, text: say("helpdesk.title") } },
    <>
      <h1 class="govuk-heading-l">{say("tickets.ask_title")}</h1>
      <p class="govuk-body-l">{say("tickets.ask_lead")}</p>
      <ul class="govuk-list daftar-choices">
        {offered.map(({ category, title, lead }) => (
          <Choice
            href={from ? askFrom(category, from.program.slug, from.page) : ask(category)}
            text={title[language]}
            detail={lead[language]}
          />
        ))}
      </ul>
      <p class="govuk-body">
        <Link href={paths.helpdesk.tickets}>{say("tickets.to_look")}</Link>
      </p>
    </>,
  );
}
