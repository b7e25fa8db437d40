import { paths } from "../../../paths.ts";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import type { TicketPageProps } from "./ticket-page-props.ts";

/** What happens now in the case that was begun from a ticket, for whoever sent it. */
export function CaseText({ visit, ticket }: TicketPageProps) {
  const { say } = visit;
  if (!ticket.nikCase) return <></>;
  return (
    <InsetText>
      {say(`ticket_case.now_${ticket.nikCase.status}`)}{" "}
      <Link href={paths.account.nikCase}>{say("ticket_case.own")}</Link>
    </InsetText>
  );
}
