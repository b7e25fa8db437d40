import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ratingFields } from "./contact-fields.ts";
import { Fields } from "./fields.tsx";
import type { TicketPageProps } from "./ticket-page-props.ts";

/** Asks once whether the last answer helped. */
export function Rating({ visit, ticket, door, typed, problems, regions }: TicketPageProps) {
  const answer = ticket.messages.findLast(({ author }) => author === "agent" || author === "check");
  if (ticket.status !== "answered" || answer === undefined || answer.rating !== undefined) return <></>;
  return (
    <form method="post" action={paths.helpdesk.rate(door)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Fields visit={visit} definitions={ratingFields} typed={typed} problems={problems} regions={regions} />
      <Button text={visit.say("tickets.rate")} classes="govuk-button--secondary" preventDoubleClick />
    </form>
  );
}
