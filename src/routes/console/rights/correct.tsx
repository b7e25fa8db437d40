import { readPage } from "../../../program/journey.ts";
import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { may } from "../../../registry/accounts/permissions.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import {
  correctAnswer,
  type Correctable,
  type CorrectableField,
  type CorrectOutcome,
  listCorrectable,
} from "../../../registry/rights/correct-answer.ts";
import { getStaffRight } from "../../../registry/rights/staff-requests.query.ts";
import { REGION_STEP } from "../../field-views.tsx";
import { type WordedError, wordErrors } from "../../field-errors.ts";
import { redirect } from "../../respond.ts";
import { staffFreshly, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { isMeanwhile, rightsActOf } from "./act-of.ts";
import { CorrectPage } from "./correct.page.tsx";

/** Shows the request where a colleague was faster, with what the officer had written. */
type ShowMeanwhile = (visit: StaffVisit, written: string) => Promise<Response>;

/** Correcting a submitted answer for the request that asks for it: which question first, then its answer. */
export function correctRoutes(services: ConsoleServices, meanwhile: ShowMeanwhile): Route[] {
  const path = paths.console.correctRight(":request");
  return [
    staffFreshly("answer_rights", "GET", path, (visit) => show(services, visit)),
    staffFreshly("answer_rights", "POST", path, (visit) =>
      correct(services, visit).catch((failure: unknown) => {
        if (!isMeanwhile(failure)) throw failure;
        return meanwhile(visit, writtenIn(visit));
      }),
    ),
  ];
}

async function show(services: ConsoleServices, visit: StaffVisit, outcome?: CorrectOutcome): Promise<Response> {
  const { say, form } = visit;
  const act = rightsActOf(visit);
  const roles = await listStaffRoles(services.db, act.actorId);
  return withStaff(services.db, visit.institutions, async (trx) => {
    const request = await getStaffRight(trx, services.keyring, act.requestId);
    const correctable = await listCorrectable(trx, services, act);
    const { compiled, fields, institutionId } = correctable;
    const chosen = first(form, "field") || (visit.url.searchParams.get("field") ?? "");
    const field = fields.find(({ field: { definition } }) => definition.id === chosen);
    const errors = outcome ? errorsOf(visit, correctable, field, outcome) : [];
    return services.draw(
      visit,
      {
        title: say("rights.correct.title"),
        area: say("console.area"),
        errors: errors.length > 0,
        status: errors.length > 0 ? 422 : 200,
        back: { href: paths.console.right(request.id), text: say(`rights.kind.${request.kind}`) },
      },
      <CorrectPage
        visit={visit}
        request={request}
        correctable={correctable}
        field={field?.field}
        typed={field ? readPage(compiled, field.field.step, form) : {}}
        errors={errors}
        mayReturn={may(roles.get(institutionId) ?? [], "review")}
      />,
    );
  });
}

/** What is wrong, at the input it is about: by the rules of the question itself, as they stand beside it for its owner. */
function errorsOf(
  visit: StaffVisit,
  { compiled }: Correctable,
  field: CorrectableField | undefined,
  outcome: CorrectOutcome,
): readonly WordedError[] {
  const { say } = visit;
  if (outcome.kind === "corrected") return [];
  if (!field || outcome.kind === "unknown") return [{ field: "field", text: say("rights.correct.error_unknown") }];
  if (outcome.kind === "invalid" && outcome.errors.length > 0) return wordErrors(compiled, outcome.errors, visit);
  return [{ field: field.field.names[0] ?? "", text: say(`rights.correct.error_${outcome.kind}`) }];
}

async function correct(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { form } = visit;
  const act = rightsActOf(visit);
  const field = first(form, "field");
  if (first(form, "choosing") !== "") return choose(services, visit, field);
  // Without scripts a region is chosen level by level.
  if (first(form, REGION_STEP) !== "") return show(services, visit);
  const outcome = await correctAnswer(services, { ...act, field, form });
  if (outcome.kind === "corrected") return redirect(paths.console.right(act.requestId));
  return show(services, visit, outcome);
}

/** What the officer typed as the answer, as far as it is words. */
function writtenIn({ form }: StaffVisit): string {
  const typed = Object.entries(form).filter(([name]) => !["csrf", "field", "choosing", REGION_STEP].includes(name));
  return typed.flatMap(([, values]) => values.filter((value) => value !== "")).join(" ");
}

async function choose(services: ConsoleServices, visit: StaffVisit, chosen: string): Promise<Response> {
  const act = rightsActOf(visit);
  const { fields } = await withStaff(services.db, visit.institutions, (trx) => listCorrectable(trx, services, act));
  const known = fields.some(({ field: { definition } }) => definition.id === chosen);
  if (!known) return show(services, visit, { kind: "unknown" });
  return redirect(`${paths.console.correctRight(act.requestId)}?field=${encodeURIComponent(chosen)}`);
}
