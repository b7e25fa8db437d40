import type { TypedPage } from "../../program/answers.ts";
import type { CompiledProgram } from "../../program/compile.ts";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { readAppeal } from "../../registry/appeals/appeal.query.ts";
import { readAppealForm, sendAppeal, type ReadAppeal } from "../../registry/appeals/send.ts";
import type { Application } from "../../registry/applications/load.query.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { CheckAppeal, ClosedAppeal, SentAppeal, WriteAppeal } from "./appeal.page.tsx";
import { wordErrors } from "../field-errors.ts";
import type { ApplyServices } from "./services.ts";
import { HelpBox } from "./status.tsx";
import { openWork } from "./work.ts";

interface Opened {
  readonly application: Application;
  readonly form: CompiledProgram;
}

/** The visitor's own application with the form of its program; unknown where the program hears no appeals. */
async function openForm(services: ApplyServices, visit: PersonVisit): Promise<Opened> {
  const { application } = await openWork(services, visit);
  const form = application.compiled.appeal;
  if (form === undefined) throw notFound();
  return { application, form };
}

/** The form of an appeal, or what became of the one that was sent, or why there is none. */
export async function showAppeal(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const opened = await openForm(services, visit);
  const { application, form } = opened;
  const state = await readAppeal(services.db, { applicationId: application.id, key: application.key });
  const { title, options } = frameOf(visit, application);
  if (state.isOpen) return drawWrite(services, visit, opened, { typed: {}, errors: [] });
  const page =
    state.latest === undefined ? (
      <ClosedAppeal visit={visit} application={application} closesAt={state.closesAt} />
    ) : (
      <SentAppeal visit={visit} application={application} form={form} appeal={state.latest} />
    );
  return services.draw(visit, { title, ...options }, page);
}

/** Reads the form, shows it once more, and sends it when that was agreed to. Sent twice, it leads to the one that was. */
export async function postAppeal(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const opened = await openForm(services, visit);
  const { application, form } = opened;
  if (application.status === "appealed") return redirect(paths.apply.appeal(application.id));
  const read = readAppealForm(form, visit.form, application.now);
  const step = first(visit.form, "step");
  if (read.errors.length > 0 || step === "edit") return drawWrite(services, visit, opened, read, step !== "edit");
  if (step !== "send") return drawCheck(services, visit, opened, read.typed);
  if (await sendAppeal(services, application, read.typed)) return redirect(paths.apply.appeal(application.id));
  throw conflict("appeal_closed");
}

function frameOf(visit: PersonVisit, application: Application) {
  return {
    title: visit.say("appeal.title"),
    options: {
      area: application.institution[visit.language],
      program: application.compiled.program.program,
      back: { href: paths.apply.status(application.id), text: visit.say("apply.status_title") },
      layout: "side" as const,
      side: <HelpBox visit={visit} application={application} />,
    },
  };
}

async function drawWrite(
  services: ApplyServices,
  visit: PersonVisit,
  { application, form }: Opened,
  read: ReadAppeal,
  refused = false,
): Promise<Response> {
  const { closesAt, isOpen } = await readAppeal(services.db, { applicationId: application.id, key: application.key });
  if (!isOpen) throw conflict("appeal_closed");
  const { title, options } = frameOf(visit, application);
  const errors = refused ? wordErrors(form, read.errors, visit) : [];
  return services.draw(
    visit,
    { title, ...options, errors: errors.length > 0 },
    <WriteAppeal
      visit={visit}
      application={application}
      form={form}
      closesAt={closesAt}
      typed={read.typed}
      errors={errors}
    />,
  );
}

function drawCheck(
  services: ApplyServices,
  visit: PersonVisit,
  { application, form }: Opened,
  typed: TypedPage,
): Response {
  const { options } = frameOf(visit, application);
  return services.draw(
    visit,
    { title: visit.say("appeal.check_title"), ...options },
    <CheckAppeal visit={visit} application={application} form={form} typed={typed} />,
  );
}
