import { paths } from "../../../paths.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Link } from "../../../ui/link/link.tsx";
import type { StaffVisit } from "../../route.ts";
import type { TicketProblem } from "./act-form.tsx";
import type { CaseStanding } from "./case-standing.ts";

interface TicketCaseProps {
  readonly visit: StaffVisit;
  readonly ticket: Ticket;
  readonly standing: CaseStanding | undefined;
  readonly problem: TicketProblem | undefined;
}

/** The case about the NIK of a ticket: how it stands, or how one begins. */
export function TicketCase({ visit, ticket, standing, problem }: TicketCaseProps) {
  const { say } = visit;
  if (!standing) return <></>;
  const { nikCase } = ticket;
  const error = problem?.field === "nik_case" ? problem.text : undefined;
  const isSent = nikCase !== undefined && nikCase.status !== "gathering" && nikCase.status !== "waiting";
  return (
    <section class="daftar-section" id="nik_case" tabindex={-1}>
      <h2 class="govuk-heading-m">{say("ticket_case.title")}</h2>
      {error !== undefined && (
        <p class="govuk-error-message">
          <span class="govuk-visually-hidden">{say("frame.error_prefix")}:</span> {error}
        </p>
      )}
      {nikCase && (
        <p class="govuk-body">
          {say(`ticket_case.is_${nikCase.status}`)}{" "}
          {standing.decides && isSent && <Link href={paths.console.nikCase(nikCase.id)}>{say("ticket_case.see")}</Link>}
        </p>
      )}
      {standing.lacksAccount && <p class="govuk-body">{say("ticket_case.lacks_account")}</p>}
      {standing.begins && (
        <form method="post" action={paths.console.ticketCase(ticket.id)}>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <p class="govuk-body">{say("ticket_case.lead")}</p>
          {standing.missing.length > 0 && (
            <p class="govuk-body">
              {say("ticket_case.missing", {
                files: standing.missing.map((piece) => say(`console.nik_case.what.${piece}`)).join(", "),
              })}
            </p>
          )}
          <Button text={say("ticket_case.begin")} classes="govuk-button--secondary" preventDoubleClick />
        </form>
      )}
    </section>
  );
}
