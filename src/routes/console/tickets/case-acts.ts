import { paths } from "../../../paths.ts";
import { conflict } from "../../../platform/refusals.ts";
import { beginCaseFromTicket } from "../../../registry/nik-cases/begin-from-ticket.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { holdTicket } from "../../../registry/tickets/hold.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { evidenceOf } from "./case-standing.ts";
import { actOf, type ShowAgain } from "./further-acts.ts";

/** Beginning a case about a NIK from the ticket of whoever says that theirs was used. */
export function ticketCaseRoutes(services: ConsoleServices, again: ShowAgain): Route[] {
  const { ticketCase } = paths.console;
  return [staff("begin_nik_cases", "POST", ticketCase(":ticket"), (visit) => begin(services, visit, again))];
}

async function begin(services: ConsoleServices, visit: StaffVisit, again: ShowAgain): Promise<Response> {
  const act = actOf(visit);
  const ticket = await withStaff(services.db, act.institutions, (trx) => holdTicket(trx, act.ticketId));
  const slots = evidenceOf(ticket);
  if (!slots) throw conflict("ticket_changed");
  const outcome = await beginCaseFromTicket(services, { ...act, slots });
  if (outcome === "opened" || outcome === "begun") return redirect(`${paths.console.ticket(act.ticketId)}?done`);
  // The page says what it waits for.
  if (outcome === "waiting") return redirect(paths.console.ticket(act.ticketId));
  return again(visit, { field: "nik_case", text: visit.say(`ticket_case.error_${outcome}`) });
}
