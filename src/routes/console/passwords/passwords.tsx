import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { getNames } from "../../../registry/accounts/name.query.ts";
import { institutionsWhere, listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { listPolicies, type PasswordPolicy } from "../../../registry/password-policies/policies.query.ts";
import {
  agreeRotationEnd,
  askRotationEnd,
  keepRotation,
  turnRotationOn,
} from "../../../registry/password-policies/rotation.ts";
import { setStaffRule } from "../../../registry/password-policies/set-staff-rule.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { readEnd, readRotation, readRule, readWhich, typedPolicy, type PolicyErrors } from "./passwords-form.ts";
import { PasswordsPage } from "./passwords.page.tsx";

/** What an institution asks of its staff's passwords: read by its auditors too, changed by its administrators. */
export function passwordRoutes(services: ConsoleServices): Route[] {
  return [
    staff("read_policies", "GET", paths.console.passwords, (visit) => show(services, visit, {})),
    staff("manage_passwords", "POST", paths.console.passwords, (visit) => change(services, visit)),
  ];
}

async function change(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form } = visit;
  const { db, passwordLengths } = services;
  const typed = typedPolicy(form);
  const actor = { actorId: visit.session.accountId, institutions: visit.institutions };
  const act = first(form, "act");
  switch (act) {
    case "rule": {
      const read = readRule(typed, say, passwordLengths.withFactor);
      if ("errors" in read) return show(services, visit, read.errors);
      await setStaffRule(db, { ...actor, ...read.value });
      break;
    }
    case "rotation": {
      const read = readRotation(typed, say);
      if ("errors" in read) return show(services, visit, read.errors);
      await turnRotationOn(db, { ...actor, ...read.value });
      break;
    }
    case "ask": {
      const read = readEnd(typed, say);
      if ("errors" in read) return show(services, visit, read.errors);
      await askRotationEnd(db, { ...actor, ...read.value });
      break;
    }
    case "agree":
    case "keep": {
      const which = readWhich(typed.which);
      if (which === undefined) throw notFound();
      await (act === "agree" ? agreeRotationEnd : keepRotation)(db, { ...actor, ...which });
      break;
    }
    default:
      throw notFound();
  }
  return redirect(`${paths.console.passwords}?done=${act}`);
}

async function show(services: ConsoleServices, visit: StaffVisit, errors: PolicyErrors): Promise<Response> {
  const { say } = visit;
  const roles = await listStaffRoles(services.db, visit.session.accountId);
  const readable = institutionsWhere(roles, "read_policies");
  const policies = await withStaff(services.db, readable, (trx) => listPolicies(trx, readable));
  const wrong = Object.keys(errors).length > 0;
  return services.draw(
    visit,
    {
      title: say("console.passwords.title"),
      area: say("console.area"),
      layout: "full",
      errors: wrong,
      status: wrong ? 422 : 200,
    },
    <PasswordsPage
      visit={visit}
      sections={sectionsOf(roles)}
      policies={policies}
      names={await namesOf(services, policies)}
      manageable={institutionsWhere(roles, "manage_passwords")}
      lengths={services.passwordLengths}
      typed={typedPolicy(visit.form)}
      errors={errors}
      done={visit.url.searchParams.get("done") ?? ""}
    />,
  );
}

/** The names of those who set or asked for something. */
async function namesOf(
  { db, keyring }: ConsoleServices,
  policies: readonly PasswordPolicy[],
): Promise<ReadonlyMap<string, string>> {
  const ids = policies.flatMap(({ rule, rotations }) => [
    ...(rule ? [rule.setBy] : []),
    ...rotations.flatMap(({ setBy, end }) => [setBy, ...(end ? [end.by] : [])]),
  ]);
  return getNames(db, keyring, ids);
}
