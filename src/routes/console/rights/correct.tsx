import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { correctAnswer, listCorrectable } from "../../../registry/rights/correct-answer.ts";
import { getStaffRight } from "../../../registry/rights/staff-requests.query.ts";
import { redirect } from "../../respond.ts";
import { staffFreshly, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { rightsActOf } from "./act-of.ts";
import { CorrectPage, type CorrectFaults } from "./correct.page.tsx";

/** Correcting a submitted answer for the request that asks for it. */
export function correctRoutes(services: ConsoleServices): Route[] {
  const path = paths.console.correctRight(":request");
  return [
    staffFreshly("answer_rights", "GET", path, (visit) => show(services, visit)),
    staffFreshly("answer_rights", "POST", path, (visit) => correct(services, visit)),
  ];
}

function show(services: ConsoleServices, visit: StaffVisit, errors: CorrectFaults = {}): Promise<Response> {
  const { say } = visit;
  const wrong = Object.keys(errors).length > 0;
  const act = rightsActOf(visit);
  return withStaff(services.db, visit.institutions, async (trx) => {
    const request = await getStaffRight(trx, services.keyring, act.requestId);
    const fields = await listCorrectable(trx, services, act);
    return services.draw(
      visit,
      {
        title: say("rights.correct.title"),
        area: say("console.area"),
        errors: wrong,
        ...(wrong ? { status: 422 as const } : {}),
        back: { href: paths.console.right(request.id), text: say(`rights.kind.${request.kind}`) },
      },
      <CorrectPage visit={visit} request={request} fields={fields} errors={errors} />,
    );
  });
}

async function correct(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form } = visit;
  const act = rightsActOf(visit);
  const value = (form["value"] ?? []).map((text) => text.replaceAll("\r\n", "\n"));
  const outcome = await correctAnswer(services, { ...act, field: first(form, "field"), value });
  if (outcome === "corrected") return redirect(paths.console.right(act.requestId));
  return show(services, visit, {
    [outcome === "unknown" ? "field" : "value"]: say(`rights.correct.error_${outcome}`),
  });
}
