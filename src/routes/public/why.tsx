import { paths } from "../../paths.ts";
import { notFound } from "../../platform/refusals.ts";
import { inLanguage } from "../../program/definition.ts";
import { findOfficeDomain } from "../../registry/applications/personal-email.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import type { Visit } from "../route.ts";
import { Paragraphs } from "../program-questions.tsx";
import { Part } from "./program.page.tsx";
import type { ProgramServices } from "./program.tsx";

/** Why a program asks what it asks. Whoever was sent here because their address is of an office reads that first. */
export async function showWhy(services: ProgramServices, visit: Visit): Promise<Response> {
  const { say, language, session } = visit;
  const listed = await services.catalog.get(visit.params["program"] ?? "");
  const { why, title, program } = listed.compiled.program;
  if (!why) throw notFound();
  const domain = session && (await findOfficeDomain(services, { accountId: session.accountId, program: listed }));
  const heading = say(domain === undefined ? "why.title" : "why.office_title");
  return services.draw(
    visit,
    { title: heading, back: { href: paths.program(program), text: say("why.back") } },
    <>
      <span class="govuk-caption-l">{inLanguage(title, language)}</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      {domain === undefined ? (
        <p class="govuk-body-l">{say("why.lead")}</p>
      ) : (
        <>
          <p class="govuk-body-l">{say("why.office", { domain })}</p>
          <InsetText text={inLanguage(why.contact, language)} />
          <Button href={paths.account.home} text={say("why.account")} />
        </>
      )}
      {why.questions.map(({ question, answer }) => (
        <Part title={inLanguage(question, language)}>
          <Paragraphs text={inLanguage(answer, language)} />
        </Part>
      ))}
      {domain === undefined && (
        <Part title={say("why.contact")}>
          <Paragraphs text={inLanguage(why.contact, language)} />
        </Part>
      )}
    </>,
  );
}
