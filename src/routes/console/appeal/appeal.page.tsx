import type { CompiledProgram } from "../../../program/compile.ts";
import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import type { Appeal } from "../../../registry/appeals/appeal.query.ts";
import { appealWords } from "../../../registry/appeals/words.ts";
import type { HistoryEntry } from "../../../registry/reviews/history.query.ts";
import { reasonLabel } from "../../../registry/reviews/lines.ts";
import type { SubmittedApplication } from "../../../registry/reviews/submitted.query.ts";
import { momentWords } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";

export type AnswerErrors = Partial<Readonly<Record<"answer" | "words", string>>>;

export interface AppealPageProps {
  readonly visit: StaffVisit;
  readonly title: string;
  readonly application: SubmittedApplication;
  readonly form: CompiledProgram;
  readonly appeal: Appeal;
  readonly rejection: HistoryEntry | undefined;
  /** Name of who rejected. */
  readonly rejecter: string;
  /** Whether the visitor did. */
  readonly isOwn: boolean;
  readonly typed: Readonly<Record<"answer" | "words", string>>;
  readonly errors: AnswerErrors;
}

/** What was rejected and why, what the applicant says against it, and the answer or the form for one. */
export function AppealPage(props: AppealPageProps) {
  const { visit, application, form, appeal, errors } = props;
  const { say, language } = visit;
  const { compiled, current } = application;
  const found = Object.entries(errors);
  const words = appealWords(form, appeal.typed, { now: current.submittedAt, language });
  return (
    <>
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <span class="govuk-caption-l">{inLanguage(compiled.program.title, language)}</span>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <Rejection {...props} />
      <h2 class="govuk-heading-m">{say("appeal.what")}</h2>
      <SummaryList
        rows={[
          {
            key: { text: say("appeal.sent_at") },
            value: { text: momentWords(appeal.sentAt, application.zone, language) },
          },
          ...words.map(({ label, text }) => ({
            key: { text: label },
            value: { text },
          })),
        ]}
      />
      {appeal.answer === null ? (
        <>{props.isOwn ? <InsetText text={say("console.appeal.own")} /> : <AnswerForm {...props} />}</>
      ) : (
        <Answered visit={visit} application={application} appeal={appeal} answer={appeal.answer} />
      )}
    </>
  );
}

function Rejection({ visit, application, rejection, rejecter }: AppealPageProps) {
  const { say, language } = visit;
  if (rejection === undefined) return <></>;
  const reasons = rejection.reasons.map((code) => reasonLabel(application.compiled, code, language)).join(", ");
  return (
    <SummaryList
      rows={[
        { key: { text: say("console.app.receipt") }, value: { text: application.receipt } },
        { key: { text: say("console.appeal.rejected_by") }, value: { text: rejecter } },
        { key: { text: say("paper.decided") }, value: { text: momentWords(rejection.at, application.zone, language) } },
        { key: { text: say("appeal.reasons") }, value: { text: reasons } },
        rejection.note !== undefined && {
          key: { text: say("appeal.words") },
          value: { text: rejection.note },
        },
      ]}
    />
  );
}

function AnswerForm({ visit, application, typed, errors }: AppealPageProps) {
  const { say } = visit;
  const error = (text: string | undefined) =>
    text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("console.error_sign") } };
  return (
    <form method="post" action={paths.console.appeal(application.id)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Radios
        name="answer"
        fieldset={{ legend: { text: say("console.appeal.which"), classes: "govuk-fieldset__legend--m" } }}
        value={typed.answer}
        items={[
          { value: "denied", text: say("console.appeal.deny"), hint: { text: say("console.appeal.deny_hint") } },
          { value: "granted", text: say("console.appeal.grant"), hint: { text: say("console.appeal.grant_hint") } },
        ]}
        {...error(errors.answer)}
      />
      <Textarea
        name="words"
        rows={6}
        label={{ text: say("console.appeal.words") }}
        hint={{ text: say("console.appeal.words_hint") }}
        value={typed.words}
        {...error(errors.words)}
      />
      <Button text={say("console.appeal.button")} preventDoubleClick />
    </form>
  );
}

function Answered(props: {
  readonly visit: StaffVisit;
  readonly application: SubmittedApplication;
  readonly appeal: Appeal;
  readonly answer: "granted" | "denied";
}) {
  const { visit, application, appeal, answer } = props;
  const { say, language } = visit;
  return (
    <>
      <h2 class="govuk-heading-m">{say("appeal.answer")}</h2>
      <SummaryList
        rows={[
          { key: { text: say("appeal.answer") }, value: { text: say(`appeal.answer_${answer}`) } },
          appeal.answeredAt && {
            key: { text: say("appeal.answered_at") },
            value: { text: momentWords(appeal.answeredAt, application.zone, language) },
          },
          { key: { text: say("appeal.words") }, value: { text: appeal.words } },
        ]}
      />
    </>
  );
}
