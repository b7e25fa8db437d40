import { paths } from "../../paths.ts";
import { Button } from "../../ui/button/button.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import type { ApplyServices } from "./services.ts";
import { openWork } from "./work.ts";

/** Tells somebody kindly why they cannot apply, with the way back to the answer that says so. */
export async function showNotEligible(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { say, language } = visit;
  const { application, walked } = await openWork(services, visit);
  const [first] = walked.stops;
  if (first === undefined) return redirect(paths.apply.tasks(application.id));
  return services.draw(
    visit,
    {
      title: say("eligibility.title"),
      area: application.institution[language],
      program: application.compiled.program.program,
      back: { href: paths.apply.tasks(application.id), text: say("apply.to_tasks") },
    },
    <>
      <h1 class="govuk-heading-l">{say("eligibility.title")}</h1>
      {walked.stops.map(({ stop }) => (
        <p class="govuk-body-l">{stop[language]}</p>
      ))}
      <p class="govuk-body">{say("eligibility.text")}</p>
      <Button
        href={paths.apply.step(application.id, first.step)}
        text={say("eligibility.change")}
        classes="govuk-button--secondary"
      />
    </>,
  );
}
