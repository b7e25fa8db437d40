import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { readNumber } from "../../../registry/identifiers/login-name.ts";
import type { AgentAct } from "../../../registry/tickets/hold.ts";
import { linkApplication } from "../../../registry/tickets/link.ts";
import { mergeTickets } from "../../../registry/tickets/merge.ts";
import { passToColleague, passToInstitution } from "../../../registry/tickets/pass.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { readNote } from "../note.ts";
import type { ConsoleServices } from "../services.ts";
import type { TicketProblem } from "./act-form.tsx";

/** Draws the ticket's page again with what is wrong. */
export type ShowAgain = (visit: StaffVisit, problem: TicketProblem) => Promise<Response>;

/** Passing a ticket on, merging it into another, and linking it to an application. */
export function furtherRoutes(services: ConsoleServices, again: ShowAgain): Route[] {
  const { passTicket, mergeTicket, linkTicket } = paths.console;
  return [
    staff("answer_tickets", "POST", passTicket(":ticket"), (visit) => pass(services, visit, again)),
    staff("answer_tickets", "POST", mergeTicket(":ticket"), (visit) => merge(services, visit, again)),
    staff("answer_tickets", "POST", linkTicket(":ticket"), (visit) => link(services, visit, again)),
  ];
}

async function pass(services: ConsoleServices, visit: StaffVisit, again: ShowAgain): Promise<Response> {
  const { say, form } = visit;
  const act = actOf(visit);
  const [kind, id = ""] = first(form, "to").split(".");
  const words = readNote(form, "pass_words", say);
  if (!isUuid(id) || (kind !== "account" && kind !== "institution"))
    return again(visit, { field: "to", text: say("ticket_acts.error_to") });
  if (words.error !== undefined) return again(visit, { field: "pass_words", text: words.error });
  if (kind === "account") {
    await passToColleague(services, { ...act, colleagueId: id });
    return redirect(`${paths.console.tickets}?done`);
  }
  if (words.text === "") return again(visit, { field: "pass_words", text: say("ticket_acts.error_words") });
  await passToInstitution(services, { ...act, institutionId: id, words: words.text });
  return redirect(`${paths.console.tickets}?done`);
}

async function merge(services: ConsoleServices, visit: StaffVisit, again: ShowAgain): Promise<Response> {
  const { say, form } = visit;
  const into = first(form, "into");
  const words = readNote(form, "merge_words", say);
  if (!isUuid(into)) return again(visit, { field: "into", text: say("ticket_acts.error_into") });
  const error = words.error ?? (words.text === "" ? say("ticket_acts.error_words") : undefined);
  if (error !== undefined) return again(visit, { field: "merge_words", text: error });
  await mergeTickets(services, { ...actOf(visit), into, words: words.text });
  return redirect(`${paths.console.ticket(into)}?done`);
}

async function link(services: ConsoleServices, visit: StaffVisit, again: ShowAgain): Promise<Response> {
  const { say, form } = visit;
  const act = actOf(visit);
  const typed = first(form, "number").trim();
  const number = typed === "" ? "" : readNumber(typed);
  const done = number !== undefined && (await linkApplication(services.db, { ...act, number }));
  if (!done) return again(visit, { field: "number", text: say("ticket_acts.error_number") });
  return redirect(`${paths.console.ticket(act.ticketId)}?done`);
}

/** Which ticket the visit is about, and who acts on it where. */
export function actOf({ params, session, institutions }: StaffVisit): AgentAct {
  return { ticketId: params["ticket"] ?? "", actorId: session.accountId, institutions };
}
