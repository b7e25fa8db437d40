import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/button/button.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import type { TicketPageProps } from "./ticket-page-props.ts";

/** The offer to keep a ticket in one's account, for nobody but the owner of the account to which an agent linked it. */
export function KeepOffer({ visit, ticket, door }: TicketPageProps) {
  const { say, session } = visit;
  const isLinked = session !== undefined && ticket.linkedAccountId === session.accountId;
  if (!isLinked || ticket.accountId !== null) return <></>;
  return (
    <form method="post" action={paths.helpdesk.keep(door)}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <InsetText text={say("ticket_account.yours")} />
      <Button text={say("ticket_account.keep")} classes="govuk-button--secondary" preventDoubleClick />
    </form>
  );
}
