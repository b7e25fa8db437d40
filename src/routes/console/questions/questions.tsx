import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { getProfile } from "../../../registry/accounts/account.query.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import type { FaqEntry } from "../../../registry/faq/entry.query.ts";
import { findFaqOf, listFaqOf, listVersions } from "../../../registry/faq/staff.query.ts";
import { writeFaq } from "../../../registry/faq/write.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import {
  readQuestion,
  shownQuestion,
  typedQuestion,
  type QuestionErrors,
  type TypedQuestion,
} from "./question-form.ts";
import { QuestionFormPage, QuestionList } from "./questions.page.tsx";

/** The institution's own questions: written, seen before they are saved, and every version kept. */
export function questionRoutes(services: ConsoleServices): Route[] {
  const { questions, newQuestion, question } = paths.console;
  return [
    staff("manage_faq", "GET", questions, (visit) => list(services, visit)),
    staff("manage_faq", "GET", newQuestion, (visit) => show(services, visit, empty(visit))),
    staff("manage_faq", "POST", newQuestion, (visit) => save(services, visit)),
    staff("manage_faq", "GET", question(":question"), async (visit) => {
      const entry = await own(services, visit);
      return show(services, visit, { typed: shownQuestion(entry), entry });
    }),
    staff("manage_faq", "POST", question(":question"), async (visit) =>
      save(services, visit, await own(services, visit)),
    ),
  ];
}

interface Shown {
  readonly typed: TypedQuestion;
  readonly entry?: FaqEntry | undefined;
  readonly errors?: QuestionErrors;
  readonly preview?: boolean;
}

function empty(visit: StaffVisit): Shown {
  return { typed: { ...typedQuestion(visit.form), institution: visit.institutions[0] ?? "", shown: "yes" } };
}

async function own({ db }: ConsoleServices, visit: StaffVisit): Promise<FaqEntry> {
  const { institutions, params } = visit;
  const entry = await withStaff(db, institutions, (trx) => findFaqOf(trx, institutions, params["question"] ?? ""));
  if (!entry) throw notFound();
  return entry;
}

async function list(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, institutions } = visit;
  const entries = await withStaff(services.db, institutions, (trx) => listFaqOf(trx, institutions));
  const roles = await listStaffRoles(services.db, visit.session.accountId);
  return services.draw(
    visit,
    { title: say("console.questions.title"), area: say("console.area"), layout: "full" },
    <QuestionList
      visit={visit}
      sections={sectionsOf(roles)}
      entries={entries}
      done={visit.url.searchParams.get("done") === "saved"}
    />,
  );
}

async function save(services: ConsoleServices, visit: StaffVisit, entry?: FaqEntry): Promise<Response> {
  const { say, form, institutions } = visit;
  const posted = typedQuestion(form);
  // The address of a question never changes: links to it are out in the world.
  const typed = entry ? { ...posted, slug: entry.slug, institution: entry.institutionId ?? "" } : posted;
  const institutionId = institutions.find((one) => one === typed.institution);
  if (institutionId === undefined) throw notFound();
  const programs = (await services.catalog.list()).filter((one) => one.institutionId === institutionId);
  const read = readQuestion(
    typed,
    say,
    programs.map(({ slug }) => slug),
  );
  if ("errors" in read) return show(services, visit, { typed, entry, errors: read.errors });
  if (first(form, "act") === "preview") return show(services, visit, { typed, entry, preview: true });
  const outcome = await writeFaq(services.db, {
    ...read.faq,
    actorId: visit.session.accountId,
    institutions,
    institutionId,
    shown: typed.shown === "yes",
    ...(entry ? { edits: { id: entry.id, version: versionOf(typed) } } : {}),
  });
  if (outcome === "taken")
    return show(services, visit, { typed, errors: { slug: say("console.questions.error.taken") } });
  if (outcome === "stale")
    return show(services, visit, { typed, entry, errors: { question_id: say("console.questions.error.stale") } });
  return redirect(`${paths.console.questions}?done=saved`);
}

/** The version that the form shows; what is none is older than all. */
function versionOf({ version }: TypedQuestion): number {
  return /^\d{1,9}$/u.test(version) ? Number(version) : 0;
}

async function show(services: ConsoleServices, visit: StaffVisit, shown: Shown): Promise<Response> {
  const { say, institutions } = visit;
  const { db, keyring, catalog } = services;
  const { entry, errors = {} } = shown;
  const versions = entry ? await withStaff(db, institutions, (trx) => listVersions(trx, entry.id)) : [];
  const names = new Map<string, string>();
  for (const { made_by: id } of versions)
    if (id !== null && !names.has(id)) names.set(id, (await getProfile(db, keyring, id)).name);
  const wrong = Object.keys(errors).length > 0;
  const title = say(entry ? "console.questions.edit" : "console.questions.new");
  return services.draw(
    visit,
    {
      title,
      area: say("console.area"),
      errors: wrong,
      status: wrong ? 422 : 200,
      back: { href: paths.console.questions, text: say("console.questions.title") },
    },
    <QuestionFormPage
      visit={visit}
      title={title}
      typed={shown.typed}
      entry={entry}
      errors={errors}
      preview={shown.preview === true}
      programs={(await catalog.list()).filter((program) => institutions.includes(program.institutionId))}
      versions={versions.map(({ made_by, ...version }) => ({
        ...version,
        by: made_by === null ? undefined : names.get(made_by),
      }))}
    />,
  );
}
