import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { getNames } from "../../../registry/accounts/name.query.ts";
import { institutionsWhere, listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { listRetentions, retentionMonths, setRetention } from "../../../registry/tickets/retention.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { wholeBetween } from "../passwords/passwords-form.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { RetentionPage } from "./retention.page.tsx";

const at = paths.console.ticketRetention;

/** How long institutions keep tickets: read by whoever reads policies, set by their administrators. */
export function retentionRoutes(services: ConsoleServices): Route[] {
  return [
    staff("read_policies", "GET", at, (visit) => show(services, visit)),
    staff("set_retention", "POST", at, (visit) => save(services, visit)),
  ];
}

async function save(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { form, session, institutions } = visit;
  const months = wholeBetween(first(form, "months"), retentionMonths.least, retentionMonths.most);
  if (months === undefined) return show(services, visit, visit.say("ticket_retention.error_months"));
  const act = { actorId: session.accountId, institutions, institutionId: first(form, "institution") };
  await setRetention(services.db, { ...act, months });
  return redirect(`${at}?done`);
}

async function show(services: ConsoleServices, visit: StaffVisit, error?: string): Promise<Response> {
  const { say, session } = visit;
  const roles = await listStaffRoles(services.db, session.accountId);
  const readable = institutionsWhere(roles, "read_policies");
  const retentions = await withStaff(services.db, readable, (trx) => listRetentions(trx, readable));
  return services.draw(
    visit,
    {
      title: say("ticket_retention.title"),
      area: say("console.area"),
      layout: "full",
      errors: error !== undefined,
      status: error === undefined ? 200 : 422,
    },
    <RetentionPage
      visit={visit}
      sections={sectionsOf(roles)}
      retentions={retentions}
      names={await getNames(
        services.db,
        services.keyring,
        retentions.flatMap(({ set }) => set?.by ?? []),
      )}
      settable={institutionsWhere(roles, "set_retention")}
      error={error}
    />,
  );
}
