import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { institutionsWhere, listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { askForAccount } from "../../../registry/desk/ask.ts";
import { lookUpAccount } from "../../../registry/desk/look-up.ts";
import { requestKinds } from "../../../registry/desk/services.ts";
import { readLoginName } from "../../../registry/identifiers/login-name.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { AccountPage, askedHere, type AskErrors } from "./account.page.tsx";
import { askingTyped } from "./asking-fields.tsx";
import { actorOf, getShown, lookupOf, readFacts, readReason } from "./asking.ts";
import { moveForms, movesOf } from "./address.tsx";
import { FindPage, type FindErrors } from "./find.page.tsx";

/** Finding an account by its exact name, and asking that something be done for its owner. */
export function accountHelpRoutes(services: ConsoleServices): Route[] {
  const one = paths.console.account(":lookup");
  return [
    staff("help_accounts", "GET", paths.console.accounts, (visit) => showFind(services, visit, {})),
    staff("help_accounts", "POST", paths.console.accounts, (visit) => find(services, visit)),
    staff("help_accounts", "GET", one, (visit) => showAccount(services, visit, {})),
    staff("help_accounts", "POST", one, (visit) => ask(services, visit)),
  ];
}

async function showFind(services: ConsoleServices, visit: StaffVisit, errors: FindErrors): Promise<Response> {
  const { say, form } = visit;
  const roles = await listStaffRoles(services.db, visit.session.accountId);
  return services.draw(
    visit,
    { title: say("desk.find.title"), area: say("console.area"), errors: Object.keys(errors).length > 0 },
    <FindPage
      visit={visit}
      sections={sectionsOf(roles)}
      typed={{ name: first(form, "name"), purpose: first(form, "purpose") }}
      errors={errors}
      done={visit.url.searchParams.has("done")}
    />,
  );
}

async function find(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form } = visit;
  const name = readLoginName(first(form, "name").slice(0, 300).trim());
  const purpose = requestKinds.find((kind) => kind === first(form, "purpose"));
  if (!name || !purpose) {
    return showFind(services, visit, {
      ...(name ? {} : { name: say("desk.find.error_name") }),
      ...(purpose ? {} : { purpose: say("desk.find.error_purpose") }),
    });
  }
  const lookup = await lookUpAccount(services, { ...actorOf(visit), name, purpose });
  if (lookup === undefined) return showFind(services, visit, { name: say("desk.find.none") });
  return redirect(paths.console.account(lookup));
}

async function showAccount(services: ConsoleServices, visit: StaffVisit, errors: AskErrors): Promise<Response> {
  const { say, form } = visit;
  const account = await getShown(services, visit);
  const roles = await listStaffRoles(services.db, visit.session.accountId);
  const mayMove = institutionsWhere(roles, "change_addresses").includes(account.institutionId);
  return services.draw(
    visit,
    {
      title: say("desk.account.title", { name: account.name }),
      area: say("console.area"),
      errors: Object.keys(errors).length > 0,
      back: { href: paths.console.accounts, text: say("desk.account.back") },
    },
    <AccountPage
      visit={visit}
      account={account}
      action={paths.console.account(lookupOf(visit))}
      moves={mayMove ? movesOf(services).map((kind) => ({ kind, href: moveForms[kind].path(lookupOf(visit)) })) : []}
      typed={{ kind: first(form, "kind"), ...askingTyped(visit) }}
      errors={errors}
    />,
  );
}

async function ask(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form } = visit;
  const kind = askedHere.find((one) => one === first(form, "kind"));
  const { paper } = await getShown(services, visit);
  const read = readFacts(visit, paper, kind !== undefined && kind !== "unlock");
  const reason = readReason(visit);
  const errors: AskErrors = {
    ...(kind ? {} : { kind: say("desk.ask.error_kind") }),
    ...read.errors,
    ...(reason.error === undefined ? {} : { reason: reason.error }),
  };
  if (!kind || Object.keys(errors).length > 0) return showAccount(services, visit, errors);
  const asked = { ...actorOf(visit), lookupId: lookupOf(visit), reason: reason.text };
  const outcome = await askForAccount(
    services,
    kind === "unlock" ? { ...asked, kind } : { ...asked, kind, facts: read.facts },
  );
  if (outcome === "asked") return redirect(`${paths.console.accounts}?done`);
  return showAccount(services, visit, { [outcome === "differs" ? paper : "kind"]: say(`desk.ask.${outcome}`) });
}
