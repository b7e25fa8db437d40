import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { askForAccount } from "../../../registry/desk/ask.ts";
import { readEmail } from "../../../registry/identifiers/email.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { AddressPage, type AddressErrors } from "./address.page.tsx";
import { actorOf, getShown, lookupOf, readFacts, readReason } from "./asking.ts";

/** Asking for another e-mail address of an account whose owner lost the old one. */
export function addressRoutes(services: ConsoleServices): Route[] {
  const one = paths.console.accountEmail(":lookup");
  return [
    staff("change_addresses", "GET", one, (visit) => show(services, visit, {})),
    staff("change_addresses", "POST", one, (visit) => ask(services, visit)),
  ];
}

async function show(services: ConsoleServices, visit: StaffVisit, errors: AddressErrors): Promise<Response> {
  const { say, form } = visit;
  const account = await getShown(services, visit);
  return services.draw(
    visit,
    {
      title: say("desk.address.title"),
      area: say("console.area"),
      errors: Object.keys(errors).length > 0,
      back: { href: paths.console.account(lookupOf(visit)), text: say("desk.address.back") },
    },
    <AddressPage
      visit={visit}
      account={account}
      action={paths.console.accountEmail(lookupOf(visit))}
      typed={{
        email: first(form, "email"),
        nik: first(form, "nik"),
        number: first(form, "number"),
        reason: first(form, "reason"),
      }}
      errors={errors}
    />,
  );
}

async function ask(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form } = visit;
  const email = readEmail(first(form, "email").slice(0, 300));
  const read = readFacts(visit, true);
  const reason = readReason(visit);
  const errors: AddressErrors = {
    ...(email === undefined ? { email: say("desk.address.error_email") } : {}),
    ...read.errors,
    ...(reason.error === undefined ? {} : { reason: reason.error }),
  };
  if (email === undefined || Object.keys(errors).length > 0) return show(services, visit, errors);
  const outcome = await askForAccount(services, {
    ...actorOf(visit),
    lookupId: lookupOf(visit),
    reason: reason.text,
    kind: "email",
    facts: read.facts,
    email,
  });
  if (outcome === "asked") return redirect(`${paths.console.accounts}?done`);
  return show(services, visit, { [outcome === "differs" ? "nik" : "email"]: say(`desk.ask.${outcome}`) });
}
