import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { grantRole, revokeRole } from "../../../registry/accounts/grant-role.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { readEmail } from "../../../registry/identifiers/email.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { roles, StaffPage, type StaffErrors } from "./staff.page.tsx";
import { listStaff } from "./staff.query.ts";

/** Roles of an institution's staff: reading, giving, taking. */
export function staffRoutes(services: ConsoleServices): Route[] {
  return [
    staff("manage_staff", "GET", paths.console.staff, (visit) => show(services, visit, {})),
    staff("manage_staff", "POST", paths.console.grantRole, (visit) => grant(services, visit)),
    // The address of a rejected form, asked for again in the other language.
    staff("manage_staff", "GET", paths.console.grantRole, () => redirect(paths.console.staff)),
    staff("manage_staff", "POST", paths.console.revokeRole, async (visit) => {
      const accountId = first(visit.form, "account");
      const role = readRole(visit);
      if (role === undefined || !isUuid(accountId)) throw notFound();
      await revokeRole(services.db, { ...actorOf(visit), role, accountId });
      return redirect(`${paths.console.staff}?done=revoked`);
    }),
  ];
}

function actorOf(visit: StaffVisit) {
  const { institutions } = visit;
  return { actorId: visit.session.accountId, institutions, institutionId: first(visit.form, "institution") };
}

function readRole(visit: StaffVisit) {
  return roles.find((role) => role === first(visit.form, "role"));
}

async function grant(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form } = visit;
  const email = readEmail(first(form, "email"));
  const role = readRole(visit);
  if (email === undefined || role === undefined) {
    return show(services, visit, {
      ...(email === undefined ? { email: say("console.staff.error.email") } : {}),
      ...(role === undefined ? { role: say("console.staff.error.role") } : {}),
    });
  }
  await grantRole(services, { ...actorOf(visit), role, email });
  return redirect(`${paths.console.staff}?done=granted`);
}

async function show(services: ConsoleServices, visit: StaffVisit, errors: StaffErrors): Promise<Response> {
  const { say, language, form } = visit;
  const institutions = await listStaff(services.db, services.keyring, { institutions: visit.institutions, language });
  const held = await listStaffRoles(services.db, visit.session.accountId);
  return services.draw(
    visit,
    {
      title: say("console.staff.title"),
      area: say("console.area"),
      layout: "full",
      errors: Object.keys(errors).length > 0,
    },
    <StaffPage
      visit={visit}
      sections={sectionsOf(held)}
      institutions={institutions}
      typed={{ email: first(form, "email"), role: first(form, "role"), institution: first(form, "institution") }}
      errors={errors}
      done={visit.url.searchParams.get("done") ?? undefined}
    />,
  );
}
