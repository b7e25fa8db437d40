import { paths } from "../../../paths.ts";
import { loadCategories } from "../../../registry/tickets/category-file.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import type { StaffVisit } from "../../route.ts";
import { missingSlots, TicketFiles } from "../../ticket-files.tsx";

const categories = loadCategories();

/** What came with a ticket, and what its category asks for that did not come. */
export function Files({ visit, ticket }: { readonly visit: StaffVisit; readonly ticket: Ticket }) {
  const { say, language } = visit;
  const category = categories.find((one) => one.category === ticket.category);
  const missing = missingSlots(category, ticket.files).map(({ label }) => label[language]);
  if (ticket.files.length === 0 && missing.length === 0) return <></>;
  return (
    <section>
      <h2 class="govuk-heading-m">{say("tickets.files")}</h2>
      {missing.length > 0 && <p class="govuk-body">{say("tickets.missing", { files: missing.join(", ") })}</p>}
      <TicketFiles
        visit={visit}
        category={category}
        files={ticket.files}
        hrefOf={(file, page) => paths.console.ticketFile(ticket.id, file, page)}
      />
    </section>
  );
}
