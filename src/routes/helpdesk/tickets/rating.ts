import { paths } from "../../../paths.ts";
import { ticketDoor } from "../../../registry/tickets/door.ts";
import { rateAnswer } from "../../../registry/tickets/rate.ts";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import { readFields } from "./ask-form.ts";
import { ratingFields } from "./contact-fields.ts";
import type { TicketServices } from "./services.ts";
import { askAgain } from "./ask-again.ts";
import { drawTicket, openedTicket } from "./ticket.tsx";

/** Keeps what the person says of the answer; where the address is over it waits in the form that opens the ticket anew. */
export async function postRating(services: TicketServices, visit: Visit): Promise<Response> {
  const ticketId = openedTicket(services, visit);
  return ticketId === undefined ? askAgain(services, visit) : takeRating(services, visit, ticketId);
}

/** The same for a ticket that is open to the visitor. */
export async function takeRating(services: TicketServices, visit: Visit, ticketId: string): Promise<Response> {
  const { say, language, form } = visit;
  const { answers, errors } = readFields(ratingFields, form, { say, language, regions: services.regions });
  if (errors.length > 0) return drawTicket(services, visit, ticketId, errors);
  const { menolong: helped, kesan: words = "" } = answers;
  await rateAnswer(services, { ticketId, helped: helped === true, words: String(words) });
  return redirect(`${paths.helpdesk.ticket(ticketDoor(services.keyring, visit.csrf, ticketId))}?rated`);
}
