import { inLanguage } from "../../program/definition.ts";
import { paths } from "../../paths.ts";
import { momentWords } from "../../texts/dates.ts";
import { Link } from "../../ui/link/link.tsx";
import type { Slot } from "../../ui/slot.ts";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { Paragraphs, Questions } from "../program-questions.tsx";
import { DataNotice } from "./program-data.page.tsx";
import { DocumentTable } from "./program-documents.page.tsx";
import { ProgramFee } from "./program-fee.page.tsx";
import { WaysIn, type ShownProgram } from "./program-hero.page.tsx";
import { RequirementList } from "./program-requirements.page.tsx";
import { ProgramSteps } from "./program-steps.page.tsx";

export function ProgramBody(props: ShownProgram) {
  const { program, visit, ways } = props;
  const { say, language } = visit;
  const file = program.compiled.program;
  return (
    <>
      {file.about && (
        <Part title={say("program.about")}>
          <Paragraphs text={inLanguage(file.about, language)} />
        </Part>
      )}
      {file.needs.length + props.requirements.length > 0 && (
        <Part title={say("program.needs")}>
          <RequirementList visit={visit} requirements={props.requirements} />
          {file.needs.length > 0 && (
            <ul class="govuk-list daftar-ticks">
              {file.needs.map((need) => (
                <li>{inLanguage(need, language)}</li>
              ))}
            </ul>
          )}
        </Part>
      )}
      <Part title={say("program.documents")}>
        <DocumentTable program={file} visit={visit} />
      </Part>
      {file.fee && (
        <Part title={say("program.fee")}>
          <ProgramFee program={file} visit={visit} />
        </Part>
      )}
      <Part title={say("program.steps")}>
        <ProgramSteps program={file} visit={visit} />
      </Part>
      <Part title={say("program.window")}>
        <WindowPart {...props} />
      </Part>
      {file.faq.length + props.questions.length > 0 && (
        <Part title={say("program.faq")}>
          <Questions faq={file.faq} say={(text) => inLanguage(text, language)} />
          {props.questions.length > 0 && (
            <>
              <p class="govuk-body govuk-!-margin-top-4 govuk-!-font-weight-bold">{say("program.faq_more")}</p>
              <ul class="govuk-list govuk-list--spaced">
                {props.questions.map(({ place, slug, question }) => (
                  <li>
                    <Link href={paths.helpdesk.question(place, slug)}>{question[language]}</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Part>
      )}
      {file.glossary.length > 0 && (
        <Part title={say("glossary.title")}>
          <SummaryList
            rows={file.glossary.map(({ term, meaning }) => ({
              key: { text: inLanguage(term, language) },
              value: { text: inLanguage(meaning, language) },
            }))}
          />
        </Part>
      )}
      <Part title={say("program.data")}>
        <DataNotice program={program} visit={visit} />
      </Part>
      {(ways.mayStart || ways.goOn !== undefined) && (
        <div class="daftar-section">
          <WaysIn {...props} />
        </div>
      )}
    </>
  );
}

export function Part({ title, children }: { readonly title: string; readonly children?: Slot }) {
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}

function WindowPart({ program, visit }: ShownProgram) {
  const { say, language } = visit;
  const { zone } = program.institution;
  if (!program.closesAt) return <p class="govuk-body">{say("program.all_year")}</p>;
  const submits = program.compiled.program.window.at_close === "submit_complete_and_lock";
  return (
    <>
      <SummaryList
        rows={[
          { key: { text: say("program.opens") }, value: { text: momentWords(program.opensAt, zone, language) } },
          { key: { text: say("program.closes") }, value: { text: momentWords(program.closesAt, zone, language) } },
        ]}
      />
      <p class="govuk-body">{say(submits ? "program.at_close_submit" : "program.at_close_lock")}</p>
    </>
  );
}
