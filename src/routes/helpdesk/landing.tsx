import { paths } from "../../paths.ts";
import { Link } from "../../ui/link/link.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";

/** The opening page of the helpdesk: answers first, then the ways to ask. */
export function showHelpdesk({ draw }: { readonly draw: Draw }, visit: Visit): Response {
  const { say } = visit;
  return draw(
    visit,
    { title: say("helpdesk.title") },
    <>
      <h1 class="govuk-heading-l daftar-top">{say("helpdesk.title")}</h1>
      <p class="govuk-body-l">{say("helpdesk.lead")}</p>
      <p class="govuk-body">
        <Link href={paths.help}>{say("help.title")}</Link>
      </p>
    </>,
  );
}
