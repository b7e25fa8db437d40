import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { conflict } from "../../platform/refusals.ts";
import { agreeToClosing } from "../../registry/applications/agree.ts";
import { momentWords } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { Radios } from "../../ui/radios/radios.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { closesItself } from "./closing.ts";
import { DeadlineBox } from "./deadline-box.tsx";
import type { ApplyServices } from "./services.ts";
import { openWork, type Work } from "./work.ts";

/** "Saat pendaftaran ditutup": says what will happen, and asks whether a complete draft may be sent by itself. */
export async function showClosing(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const work = await openWork(services, visit);
  if (!closesItself(work.application)) return redirect(paths.apply.tasks(work.application.id));
  return draw(services, visit, work, false);
}

/** Keeps the choice; it may be changed as long as the draft is one. */
export async function saveClosing(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const work = await openWork(services, visit);
  const { application } = work;
  if (!closesItself(application)) return redirect(paths.apply.tasks(application.id));
  const choice = first(visit.form, "agree");
  if (choice !== "yes" && choice !== "no") return draw(services, visit, work, true);
  const { accountId } = visit.session;
  const kept =
    application.inGrace &&
    (await agreeToClosing(services.db, {
      applicationId: application.id,
      accountId,
      agreed: choice === "yes",
      declared: false,
      read: {
        text: [closingWords(visit, application), visit.say("closing.conditions"), visit.say("closing.yes")].join(
          "\n\n",
        ),
        language: visit.language,
      },
    }));
  if (!kept) throw conflict("window_closed");
  return redirect(paths.apply.tasks(application.id));
}

function draw(services: ApplyServices, visit: PersonVisit, work: Work, unchosen: boolean): Response {
  const { say, language } = visit;
  const { application } = work;
  return services.draw(
    visit,
    {
      title: say("closing.title"),
      area: application.institution[language],
      program: application.compiled.program.program,
      errors: unchosen,
      status: unchosen ? 422 : 200,
      back: { href: paths.apply.tasks(application.id), text: say("apply.to_tasks") },
      layout: "side",
      side: <DeadlineBox visit={visit} compiled={application.compiled} application={work.facts} />,
    },
    <>
      {unchosen && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: 1 })}
          errorList={[{ href: "#agree", text: say("closing.choose") }]}
        />
      )}
      <h1 class="govuk-heading-l">{say("closing.title")}</h1>
      <p class="govuk-body">{closingWords(visit, application)}</p>
      <p class="govuk-body">{say("closing.conditions")}</p>
      <form method="post" action={paths.apply.closing(application.id)} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <Radios
          name="agree"
          fieldset={{ legend: { text: say("closing.legend"), classes: "govuk-fieldset__legend--m" } }}
          value={application.agreedAt ? "yes" : ""}
          items={[
            { value: "yes", text: say("closing.yes") },
            { value: "no", text: say("closing.no") },
          ]}
          {...(unchosen
            ? { errorMessage: { text: say("closing.choose"), visuallyHiddenText: say("frame.error_prefix") } }
            : {})}
        />
        <Button text={say("closing.save")} preventDoubleClick />
      </form>
    </>,
  );
}

function closingWords({ say, language }: PersonVisit, { closesAt, zone }: Work["application"]): string {
  return say("closing.intro", { moment: closesAt ? momentWords(closesAt, zone, language) : "" });
}
