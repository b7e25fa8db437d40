import type { TypedPage } from "../../../program/answers.ts";
import type { CompiledField } from "../../../program/compile.ts";
import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import type { Correctable } from "../../../registry/rights/correct-answer.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Select } from "../../../ui/select/select.tsx";
import type { WordedError } from "../../field-errors.ts";
import { drawField, fieldHref } from "../../field-views.tsx";
import type { StaffVisit } from "../../route.ts";
import { fieldError } from "../accounts/asking-fields.tsx";

interface Props {
  readonly visit: StaffVisit;
  readonly request: { readonly id: string; readonly number: string };
  readonly correctable: Correctable;
  /** The question that was chosen. */
  readonly field: CompiledField | undefined;
  /** What the officer typed for it. */
  readonly typed: TypedPage;
  readonly errors: readonly WordedError[];
  /** Whether this officer may return applications as well. */
  readonly mayReturn: boolean;
}

/** Where an officer corrects a submitted answer. The other answers are none of their business and are not shown. */
export function CorrectPage(props: Props) {
  const { visit, request, correctable, field, errors } = props;
  const { say } = visit;
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: errors.length })}
          errorList={errors.map(({ field: input, text }) => ({ href: fieldHref({ field: input }), text }))}
        />
      )}
      <span class="govuk-caption-l">{request.number}</span>
      <h1 class="govuk-heading-l">{say("rights.correct.title")}</h1>
      <p class="govuk-body">{say("rights.correct.text")}</p>
      {correctable.fields.length === 0 ? (
        <InsetText
          text={say(correctable.stopped ? `rights.correct.none_${correctable.stopped}` : "rights.correct.none")}
        />
      ) : field ? (
        <AnswerForm {...props} field={field} />
      ) : (
        <ChoiceForm {...props} />
      )}
      <h2 class="govuk-heading-m">{say("rights.correct.otherwise")}</h2>
      <p class="govuk-body">{say("rights.correct.otherwise_text")}</p>
      {props.mayReturn ? (
        <Button
          text={say("rights.correct.to_application")}
          href={paths.console.application(correctable.applicationId)}
          classes="govuk-button--secondary"
        />
      ) : (
        <p class="govuk-body">{say("rights.correct.ask_reviewer")}</p>
      )}
    </>
  );
}

function ChoiceForm({ visit, request, correctable, errors }: Props) {
  const { say, language, form } = visit;
  return (
    <form method="post" action={paths.console.correctRight(request.id)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <input type="hidden" name="choosing" value="yes" />
      <Select
        name="field"
        label={{ text: say("rights.correct.field"), classes: "govuk-label--s" }}
        value={first(form, "field")}
        items={[
          { value: "", text: say("rights.correct.choose") },
          ...correctable.fields.map(({ field: { definition }, label }) => ({
            value: definition.id,
            text: label[language],
          })),
        ]}
        {...fieldError(visit, errors[0]?.text)}
      />
      <Button text={say("rights.correct.next")} preventDoubleClick />
    </form>
  );
}

function AnswerForm(props: Props & { readonly field: CompiledField }) {
  const { visit, request, correctable, field, typed } = props;
  const { say, language } = visit;
  const { definition } = field;
  const action = paths.console.correctRight(request.id);
  const errors = new Map(props.errors.map(({ field: input, text }) => [input, text]));
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <input type="hidden" name="field" value={definition.id} />
      {drawField({ definition, typed, errors, say, language, regions: correctable.compiled.regions })}
      <Button text={say("rights.correct.button")} preventDoubleClick />
      <p class="govuk-body">
        <Link href={action}>{say("rights.correct.another")}</Link>
      </p>
    </form>
  );
}
