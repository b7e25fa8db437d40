import { paths } from "../../../paths.ts";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import { keptWords } from "./kept-words.ts";
import { drawLookUp } from "./look-up.page.tsx";
import type { TicketServices } from "./services.ts";

/** Asks for number and fact once more where the address of a ticket is over, and keeps what was typed there. */
export function askAgain(services: TicketServices, visit: Visit): Response {
  return keptWords(visit) ? drawLookUp(services, visit, []) : redirect(paths.helpdesk.tickets);
}
