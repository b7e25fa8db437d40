import { paths } from "../../../paths.ts";
import { keepInAccount } from "../../../registry/tickets/keep-in-account.ts";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import type { TicketServices } from "./services.ts";
import { openedTicket } from "./ticket.tsx";

/** Keeps a ticket in the account to which an agent linked it, for its owner to whom the ticket is open. */
export async function postKeep(services: TicketServices, visit: Visit): Promise<Response> {
  const ticketId = openedTicket(services, visit);
  if (ticketId === undefined) return redirect(paths.helpdesk.tickets);
  const accountId = visit.session?.accountId;
  if (accountId !== undefined) await keepInAccount(services.db, { ticketId, accountId });
  return redirect(paths.helpdesk.ticket(visit.params["ticket"] ?? ""));
}
