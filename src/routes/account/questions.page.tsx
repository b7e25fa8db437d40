import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { questionList, type Question } from "../../registry/questions/question-list.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { Select } from "../../ui/select/select.tsx";
import type { PersonVisit } from "../route.ts";
import { fieldParts, PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import { FactFields } from "./question-form.tsx";
import type { Problems } from "./typed.ts";

interface Props {
  readonly visit: PersonVisit;
  readonly problems: Problems;
  /** What the account has chosen; their answers are never shown. */
  readonly chosen: readonly Question[];
}

export function QuestionsPage({ visit, problems, chosen }: Props) {
  const { say } = visit;
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("questions.title")}</h1>
      <p class="govuk-body">{say("questions.why")}</p>
      <h2 class="govuk-heading-m">{say("questions.better_title")}</h2>
      <p class="govuk-body">{say("questions.better")}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <Link href={paths.account.passkeys}>{say("account.passkeys.title")}</Link>
        </li>
        <li>
          <Link href={paths.account.authenticator}>{say("account.security.authenticator")}</Link>
        </li>
        <li>
          <Link href={paths.account.security}>{say("questions.recovery_codes")}</Link>
        </li>
      </ul>
      {chosen.length > 0 && <InsetText text={say("questions.set")} />}
      <PostForm visit={visit} action={paths.account.questions}>
        <Pair visit={visit} problems={problems} question="question_1" answer="answer_1" />
        <Pair visit={visit} problems={problems} question="question_2" answer="answer_2" />
        <h2 class="govuk-heading-m">{say("questions.facts_title")}</h2>
        <p class="govuk-body">{say("questions.facts")}</p>
        <FactFields visit={visit} problems={problems} />
        <SubmitButton text={say("questions.save")} />
      </PostForm>
      {chosen.length > 0 && (
        <PostForm visit={visit} action={paths.account.removeQuestions}>
          <Button type="submit" classes="govuk-button--warning" text={say("questions.remove")} />
        </PostForm>
      )}
    </>
  );
}

function Pair(props: {
  readonly visit: PersonVisit;
  readonly problems: Problems;
  readonly question: "question_1" | "question_2";
  readonly answer: "answer_1" | "answer_2";
}) {
  const { visit, problems, question, answer } = props;
  const { say, form } = visit;
  return (
    <>
      <Select
        {...fieldParts({ visit, problems, name: question })}
        value={first(form, question)}
        items={[
          { value: "", text: say("questions.choose") },
          ...questionList.map((one) => ({ value: one, text: say(`questions.q.${one}`) })),
        ]}
      />
      <TextField visit={visit} problems={problems} name={answer} hint autocomplete="off" />
    </>
  );
}
