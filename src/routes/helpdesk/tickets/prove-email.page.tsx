import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Details } from "../../../ui/details/details.tsx";
import { codeField } from "./contact-fields.ts";
import { Fields } from "./fields.tsx";
import type { TicketPageProps } from "./ticket-page-props.ts";

/** Where the code of a letter is typed, so that the address opens the ticket as well; nothing where it does already. */
export function ProveEmail({ visit, ticket, door, typed, problems, regions }: TicketPageProps) {
  const { say } = visit;
  const { email } = ticket.content;
  if (email === undefined || ticket.emailProved) return <></>;
  return (
    <Details summaryText={say("ticket_email.title")} open={problems.some(({ field }) => field === codeField.id)}>
      <p class="govuk-body">{say("ticket_email.lead", { email })}</p>
      <form method="post" action={paths.helpdesk.proveEmail(door)} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <Fields visit={visit} definitions={[codeField]} typed={typed} problems={problems} regions={regions} />
        <Button text={say("ticket_email.button")} classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </Details>
  );
}
