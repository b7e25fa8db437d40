import { paths } from "../../../paths.ts";
import { proveTicketEmail } from "../../../registry/tickets/prove-email.ts";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import { waitWords } from "../../wait-words.ts";
import { readFields } from "./ask-form.ts";
import { codeField } from "./contact-fields.ts";
import type { TicketServices } from "./services.ts";
import { drawTicket, openedTicket } from "./ticket.tsx";

/** Takes the code of a letter, for whoever has the ticket open: a letter that went astray opens nothing. */
export async function postProveEmail(services: TicketServices, visit: Visit): Promise<Response> {
  const { say, language, form } = visit;
  const id = openedTicket(services, visit);
  if (id === undefined) return redirect(paths.helpdesk.tickets);
  const { answers, errors } = readFields([codeField], form, { say, language, regions: services.regions });
  if (errors.length > 0) return drawTicket(services, visit, id, errors);
  const wrong = (text: string, status?: number) =>
    drawTicket(services, visit, id, [{ field: codeField.id, text }], status);
  try {
    const proved = await proveTicketEmail(services, { ticketId: id, code: String(answers[codeField.id]) });
    if (!proved) return await wrong(say("ticket_email.wrong"));
  } catch (refusal) {
    return wrong(waitWords(say, refusal), 429);
  }
  return redirect(`${paths.helpdesk.ticket(visit.params["ticket"] ?? "")}?proved`);
}
