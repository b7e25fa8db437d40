import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { readLoginName } from "../../../registry/identifiers/login-name.ts";
import { linkAccount, unlinkAccount } from "../../../registry/tickets/link-account.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { actOf, type ShowAgain } from "./further-acts.ts";

/** Linking a ticket to the account of whoever asked, and taking that back. */
export function ticketAccountRoutes(services: ConsoleServices, again: ShowAgain): Route[] {
  const { ticketAccount } = paths.console;
  return [staff("answer_tickets", "POST", ticketAccount(":ticket"), (visit) => link(services, visit, again))];
}

async function link(services: ConsoleServices, visit: StaffVisit, again: ShowAgain): Promise<Response> {
  const { say, form } = visit;
  const act = actOf(visit);
  // What stands in the address may be anything, and a header takes plain signs only: it is written once the ticket is found.
  const done = () => redirect(`${paths.console.ticket(act.ticketId)}?done`);
  if (first(form, "act") === "unlink") {
    await unlinkAccount(services.db, act);
    return done();
  }
  const name = readLoginName(first(form, "account").slice(0, 300).trim());
  // Several accounts may state one NIK, and whose it is may be what the ticket is about.
  if (name === undefined || name.kind === "nik")
    return again(visit, { field: "account", text: say("ticket_account.error_name") });
  if (await linkAccount(services, { ...act, name })) return done();
  return again(visit, { field: "account", text: say("ticket_account.error_none") });
}
