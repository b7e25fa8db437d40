import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { listProfiles } from "../../../registry/accounts/account.query.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import {
  type CannedAnswer,
  findCanned,
  listCanned,
  listCannedVersions,
} from "../../../registry/canned/canned.query.ts";
import { writeCanned } from "../../../registry/canned/write.ts";
import { listInstitutionNames } from "../../../registry/desk/institution-name.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { loadCategories } from "../../../registry/tickets/category-file.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import type { CategoryNames } from "../tickets/category-names.ts";
import { type CannedErrors, readCanned, shownCanned, type TypedCanned, typedCanned } from "./canned-form.ts";
import { CannedFormPage, CannedList } from "./canned.page.tsx";

interface Shown {
  readonly typed: TypedCanned;
  readonly canned?: CannedAnswer | undefined;
  readonly errors?: CannedErrors;
  readonly preview?: boolean;
}

/** The answers that an institution's agents give often: written, seen before they are saved, and every version kept. */
export function cannedRoutes(services: ConsoleServices): Route[] {
  const { cannedAnswers, newCanned, canned } = paths.console;
  const names: CategoryNames = new Map(loadCategories().map(({ category, title }) => [category, title]));
  return [
    staff("manage_faq", "GET", cannedAnswers, (visit) => list(services, visit, names)),
    staff("manage_faq", "GET", newCanned, (visit) => {
      const typed = { ...typedCanned(visit.form), institution: visit.institutions[0] ?? "", used: "yes" };
      return show(services, visit, names, { typed });
    }),
    staff("manage_faq", "POST", newCanned, (visit) => save(services, visit, names)),
    staff("manage_faq", "GET", canned(":answer"), async (visit) => {
      const found = await own(services, visit);
      return show(services, visit, names, { typed: shownCanned(found), canned: found });
    }),
    staff("manage_faq", "POST", canned(":answer"), async (visit) =>
      save(services, visit, names, await own(services, visit)),
    ),
  ];
}

async function own({ db }: ConsoleServices, { institutions, params }: StaffVisit): Promise<CannedAnswer> {
  const found = await withStaff(db, institutions, (trx) => findCanned(trx, params["answer"] ?? ""));
  if (!found) throw notFound();
  return found;
}

async function list(services: ConsoleServices, visit: StaffVisit, names: CategoryNames): Promise<Response> {
  const { say, institutions, session } = visit;
  return services.draw(
    visit,
    { title: say("canned.title"), area: say("console.area"), layout: "full" },
    <CannedList
      visit={visit}
      sections={sectionsOf(await listStaffRoles(services.db, session.accountId))}
      answers={await withStaff(services.db, institutions, listCanned)}
      names={names}
    />,
  );
}

async function save(
  services: ConsoleServices,
  visit: StaffVisit,
  names: CategoryNames,
  canned?: CannedAnswer,
): Promise<Response> {
  const { say, form, institutions, session } = visit;
  const posted = typedCanned(form);
  const typed = canned ? { ...posted, institution: canned.institutionId } : posted;
  const institutionId = institutions.find((one) => one === typed.institution);
  if (institutionId === undefined) throw notFound();
  const read = readCanned(typed, say, [...names.keys()]);
  if ("errors" in read) return show(services, visit, names, { typed, canned, errors: read.errors });
  if (first(form, "act") === "preview") return show(services, visit, names, { typed, canned, preview: true });
  const version = /^\d{1,9}$/u.test(typed.version) ? Number(typed.version) : 0;
  const outcome = await writeCanned(services.db, {
    ...read.canned,
    actorId: session.accountId,
    institutions,
    institutionId,
    ...(canned ? { edits: { id: canned.id, version } } : {}),
  });
  if (outcome === "written") return redirect(`${paths.console.cannedAnswers}?done`);
  return show(services, visit, names, { typed, canned, errors: { title: say(`canned.error.${outcome}`) } });
}

async function show(
  services: ConsoleServices,
  visit: StaffVisit,
  names: CategoryNames,
  { typed, canned, errors = {}, preview = false }: Shown,
): Promise<Response> {
  const { say, institutions, language } = visit;
  const { db, keyring } = services;
  const versions = canned ? await withStaff(db, institutions, (trx) => listCannedVersions(trx, canned.id)) : [];
  const writers = await listProfiles(db, keyring, new Set(versions.map(({ made_by }) => made_by)));
  const named = await listInstitutionNames(db, institutions);
  const title = say(canned ? "canned.edit" : "canned.new");
  return services.draw(
    visit,
    {
      title,
      area: say("console.area"),
      errors: Object.keys(errors).length > 0,
      back: { href: paths.console.cannedAnswers, text: say("canned.title") },
    },
    <CannedFormPage
      visit={visit}
      title={title}
      action={canned ? paths.console.canned(canned.id) : paths.console.newCanned}
      typed={typed}
      errors={errors}
      preview={preview}
      isNew={canned === undefined}
      names={names}
      institutions={[...named].map(([id, name]) => ({ id, name: name[language] }))}
      versions={versions.map(({ version, title: its, used, made_by, made_at: madeAt }) => {
        const by = writers.get(made_by)?.name ?? "";
        return { version, title: its, used, madeAt, by };
      })}
    />,
  );
}
