import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { inLanguage } from "../../program/definition.ts";
import type { HumanCheck } from "../../registry/accounts/human-check.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import type { ListedProgram } from "../../registry/programs/catalog.ts";
import { periodWords } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { Checkboxes } from "../../ui/checkboxes/checkboxes.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { Input } from "../../ui/input/input.tsx";
import { Link } from "../../ui/link/link.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { HumanField } from "../human.tsx";
import { Paragraphs, Questions } from "../program-questions.tsx";
import type { Visit } from "../route.ts";
import { Part } from "./program.page.tsx";

/** What is wrong with one input, in words. */
export interface SubscribeProblem {
  readonly field: string;
  readonly text: string;
}

interface SubscribeProps {
  readonly program: ListedProgram;
  readonly visit: Visit;
  readonly check: HumanCheck;
  readonly problems: readonly SubscribeProblem[];
  readonly human: HumanProblem | undefined;
}

export function SubscribeBody(props: SubscribeProps) {
  const { program, visit, problems } = props;
  const { say, language } = visit;
  const file = program.compiled.program;
  return (
    <>
      {problems.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: problems.length })}
          errorList={problems.map(({ field, text }) => ({ text, href: `#${field}` }))}
        />
      )}
      {program.state === "open" && (
        <Part title={say("subscribe.title")}>
          <p class="govuk-body">{say("subscribe.lead")}</p>
          <SubscribeForm {...props} />
        </Part>
      )}
      {file.about && (
        <Part title={say("program.about")}>
          <Paragraphs text={inLanguage(file.about, language)} />
        </Part>
      )}
      <Part title={say("subscribe.steps")}>
        <ol class="daftar-steps">
          {(["fill", "confirm", "leave"] as const).map((step) => (
            <li class="daftar-steps__item">
              <p class="daftar-steps__what">{say(`subscribe.step_${step}`)}</p>
            </li>
          ))}
        </ol>
      </Part>
      {file.faq.length > 0 && (
        <Part title={say("program.faq")}>
          <Questions faq={file.faq} say={(text) => inLanguage(text, language)} />
        </Part>
      )}
      <Part title={say("program.data")}>
        <DataKept program={program} visit={visit} />
      </Part>
    </>
  );
}

function SubscribeForm({ program, visit, check, problems, human }: SubscribeProps) {
  const { say, language, form } = visit;
  const { data, declaration } = program.compiled.program;
  const errorOf = (name: string) => {
    const problem = problems.find(({ field }) => field === name);
    return problem ? { errorMessage: { text: problem.text, visuallyHiddenText: say("frame.error_prefix") } } : {};
  };
  const purpose = inLanguage(data.purpose, language);
  return (
    <form method="post" action={paths.subscribe(program.slug)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      {program.compiled.compiledSteps[0]?.fields.map(({ definition: { id, type, label, hint } }) => (
        <Input
          name={id}
          label={{ text: inLanguage(label, language) }}
          {...(hint ? { hint: { text: inLanguage(hint, language) } } : {})}
          {...errorOf(id)}
          value={first(form, id)}
          spellcheck={false}
          autocomplete={type === "email" ? "email" : "name"}
          {...(type === "email" ? { type: "email" } : { autocapitalize: "words" })}
        />
      ))}
      <HumanField visit={visit} check={check} problem={human} />
      <p class="govuk-body">
        {say("subscribe.data_line", { purpose, period: periodWords(data.retention, language) })}{" "}
        <Link href={paths.privacy}>{say("program.data_link")}</Link>
      </p>
      <Checkboxes
        name="agree"
        fieldset={{ legend: { text: say("subscribe.agree_legend"), classes: "govuk-visually-hidden" } }}
        values={[first(form, "agree")]}
        {...errorOf("agree")}
        items={[{ value: "yes", text: inLanguage(declaration, language) }]}
      />
      <Button text={say("subscribe.submit")} preventDoubleClick />
    </form>
  );
}

/** Who uses the data, for what and how long; other programs keep them from the decision on, of which there is none here. */
function DataKept({ program, visit }: Pick<SubscribeProps, "program" | "visit">) {
  const { say, language } = visit;
  const { data } = program.compiled.program;
  const period = periodWords(data.retention, language);
  return (
    <SummaryList
      rows={[
        { key: { text: say("program.data_who") }, value: { text: program.institution.name[language] } },
        { key: { text: say("program.data_purpose") }, value: { text: inLanguage(data.purpose, language) } },
        { key: { text: say("program.data_basis") }, value: { text: say(`basis.${data.basis}`) } },
        { key: { text: say("program.data_retention") }, value: { text: say("subscribe.data_kept", { period }) } },
      ]}
    />
  );
}
