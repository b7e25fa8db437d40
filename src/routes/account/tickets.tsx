import { paths } from "../../paths.ts";
import { notFound } from "../../platform/refusals.ts";
import { loadCategories } from "../../registry/tickets/category-file.ts";
import { ticketDoor } from "../../registry/tickets/door.ts";
import { awaitsOwner, isOwnTicket, listOwnTickets } from "../../registry/tickets/own.query.ts";
import { shortMoment } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { EmptyState } from "../../ui/empty-state/empty-state.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { Table } from "../../ui/table/table.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import type { AccountRouteServices } from "./services.ts";

const titles = new Map(loadCategories().map(({ category, title }) => [category, title]));

/** What this account has asked the helpdesk. */
export async function showOwnTickets(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { say, language, session } = visit;
  const tickets = await listOwnTickets(services, session.accountId);
  const waits = await awaitsOwner(services.db, session.accountId);
  const ask = <Button href={paths.helpdesk.askWhat} text={say("tickets.caption")} classes="govuk-button--secondary" />;
  return services.draw(
    visit,
    { title: say("tickets.own"), back: { href: paths.account.home } },
    <>
      <h1 class="govuk-heading-l">{say("tickets.own")}</h1>
      {waits && (
        <InsetText>
          {say("ticket_account.own_waits")} <Link href={paths.helpdesk.tickets}>{say("ticket_account.own_open")}</Link>
        </InsetText>
      )}
      {tickets.length === 0 ? (
        <EmptyState title={say("tickets.own_none_title")} text={say("tickets.own_none")} action={ask} />
      ) : (
        <>
          <Table
            caption={say("tickets.own")}
            captionClasses="govuk-visually-hidden"
            firstCellIsHeader
            stacked
            head={(["number", "category", "status", "since"] as const).map((column) => ({
              text: say(`tickets.column.${column}`),
            }))}
            rows={tickets.map(({ id, number, category, status, askedAt }) => [
              { text: <Link href={paths.account.ticket(id)}>{number}</Link> },
              { text: titles.get(category)?.[language] ?? category },
              { text: say(`tickets.status.${status}`) },
              { text: shortMoment(askedAt, "Asia/Jakarta", language) },
            ])}
          />
          {ask}
        </>
      )}
    </>,
  );
}

/** Opens a ticket of this account to this browser, as its number and a fact would. */
export async function openOwnTicket(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const ticketId = visit.params["ticket"] ?? "";
  if (!(await isOwnTicket(services, visit.session.accountId, ticketId))) throw notFound();
  return redirect(paths.helpdesk.ticket(ticketDoor(services.keyring, visit.csrf, ticketId)));
}
