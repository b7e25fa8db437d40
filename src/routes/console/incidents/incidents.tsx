import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { cleanText } from "../../../program/fields/plain-text.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { listIncidents } from "../../../registry/status/status.query.ts";
import { endIncident, tellIncident } from "../../../registry/status/tell-incident.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { fields, IncidentsPage, type IncidentField } from "./incidents.page.tsx";

type Errors = Partial<Readonly<Record<IncidentField, string>>>;

/** What staff tell everybody: disturbances, until they say that they are over. */
export function incidentRoutes(services: ConsoleServices): Route[] {
  return [
    staff("manage_incidents", "GET", paths.console.incidents, (visit) => show(services, visit, {})),
    staff("manage_incidents", "POST", paths.console.incidents, (visit) => change(services, visit)),
  ];
}

async function change(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { form, institutions, session } = visit;
  const teller = { actorId: session.accountId, institutions };
  if (first(form, "act") === "end") {
    if (!(await endIncident(services.db, { ...teller, id: first(form, "incident") }))) throw notFound();
    return redirect(`${paths.console.incidents}?done=end`);
  }
  const { texts, errors } = read(visit);
  if (Object.keys(errors).length > 0) return show(services, visit, errors);
  const institutionId = institutions.find((one) => one === first(form, "institution"));
  if (institutionId === undefined) throw notFound();
  await tellIncident(services.db, {
    ...teller,
    institutionId,
    title: { id: texts.title_id, en: texts.title_en },
    text: { id: texts.text_id, en: texts.text_en },
  });
  return redirect(`${paths.console.incidents}?done=open`);
}

function read({ form, say }: StaffVisit): { texts: Record<IncidentField, string>; errors: Errors } {
  const errors: { -readonly [F in IncidentField]?: string } = {};
  const texts = Object.fromEntries(
    fields.map((field) => {
      const kind = field.startsWith("title") ? "title" : "text";
      const most = kind === "title" ? 120 : 1000;
      const cleaned = cleanText({ [field]: first(form, field) }, field, { max: most, lines: kind === "text" });
      const text = "text" in cleaned ? cleaned.text : "";
      if (text === "") errors[field] = say(`console.incidents.error.${kind}`, { most });
      return [field, text];
    }),
  ) as Record<IncidentField, string>;
  return { texts, errors };
}

async function show(services: ConsoleServices, visit: StaffVisit, errors: Errors): Promise<Response> {
  const { say, institutions, form, url } = visit;
  const open = await withStaff(services.db, institutions, (trx) => listIncidents(trx, "open"));
  const roles = await listStaffRoles(services.db, visit.session.accountId);
  const rows = await services.db
    .selectFrom("institutions")
    .select(["id", "name"])
    .where("id", "in", institutions)
    .execute();
  const wrong = Object.keys(errors).length > 0;
  return services.draw(
    visit,
    {
      title: say("console.incidents.title"),
      area: say("console.area"),
      layout: "full",
      errors: wrong,
      status: wrong ? 422 : 200,
    },
    <IncidentsPage
      visit={visit}
      sections={sectionsOf(roles)}
      open={open}
      institutions={rows.map(({ id, name }) => ({ id, name: name as { id: string; en: string } }))}
      typed={{
        institution: first(form, "institution"),
        ...(Object.fromEntries(fields.map((field) => [field, first(form, field)])) as Record<IncidentField, string>),
      }}
      errors={errors}
      done={url.searchParams.get("done") ?? ""}
    />,
  );
}
