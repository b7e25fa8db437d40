import { first } from "../../../platform/http/form.ts";
import { networkOf } from "../../../platform/limits.ts";
import { paths } from "../../../paths.ts";
import { ticketDoor } from "../../../registry/tickets/door.ts";
import { lookUpTicket } from "../../../registry/tickets/look-up.ts";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import { waitWords } from "../../wait-words.ts";
import { readFields } from "./ask-form.ts";
import { factFields } from "./contact-fields.ts";
import { keptWords } from "./kept-words.ts";
import { drawLookUp } from "./look-up.page.tsx";
import { readMarks } from "./mark-cookie.ts";
import { takeRating } from "./rating.ts";
import type { TicketServices } from "./services.ts";
import { drawTicket, takeReply } from "./ticket.tsx";

/** The form by which a ticket is found again. */
export function showLookUp(services: TicketServices, visit: Visit): Response {
  return drawLookUp(services, visit, []);
}

/**
 * Leads to the ticket; what does not fit together is answered with one message, whichever part was wrong. What was typed
 * on the ticket's page before is sent with it; on the page of another ticket it waits to be read once more.
 */
export async function postLookUp(services: TicketServices, visit: Visit): Promise<Response> {
  const { say, language, form } = visit;
  const { answers, errors } = readFields(factFields, form, { say, language, regions: services.regions });
  const number = first(form, "nomor").trim();
  const [birthDate, email] = [String(answers["lahir"] ?? ""), String(answers["surel"] ?? "")];
  const lacksFact = errors.length === 0 && birthDate === "" && email === "";
  const problems = [
    ...(number === "" ? [{ field: "nomor", text: say("tickets.error_number") }] : []),
    ...errors,
    ...(lacksFact ? [{ field: "lahir.day", text: say("tickets.error_fact") }] : []),
  ];
  if (problems.length > 0) return drawLookUp(services, visit, problems);
  const kept = keptWords(visit);
  let id: string | undefined;
  try {
    const network = networkOf(visit.address);
    id = await lookUpTicket(services, { number, birthDate, email, network, marks: readMarks(visit) });
  } catch (refusal) {
    // Whoever looked in the wrong place too often waits, and keeps what they typed.
    if (!kept) throw refusal;
    return drawLookUp(services, visit, [{ field: "nomor", text: waitWords(say, refusal) }], 429);
  }
  if (id === undefined) return drawLookUp(services, visit, [{ field: "nomor", text: say("tickets.not_found") }]);
  if (!kept) return redirect(paths.helpdesk.ticket(ticketDoor(services.keyring, visit.csrf, id)));
  if (kept.ticketId !== id) return drawTicket(services, visit, id, []);
  return (kept.isRating ? takeRating : takeReply)(services, visit, id);
}
