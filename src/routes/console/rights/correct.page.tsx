import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import type { CorrectableField } from "../../../registry/rights/correct-answer.ts";
import { Button } from "../../../ui/button/button.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { fieldError, FormErrors } from "../accounts/asking-fields.tsx";

/** What may be wrong with the form, by field. */
export type CorrectFaults = Partial<Readonly<Record<"field" | "value", string>>>;

interface Props {
  readonly visit: StaffVisit;
  readonly request: { readonly id: string; readonly number: string };
  readonly fields: readonly CorrectableField[];
  readonly errors: CorrectFaults;
}

/** Where an officer corrects a submitted answer. The other answers are none of their business and are not shown. */
export function CorrectPage({ visit, request, fields, errors }: Props) {
  const { say, language, form } = visit;
  return (
    <>
      <FormErrors visit={visit} errors={errors} />
      <span class="govuk-caption-l">{request.number}</span>
      <h1 class="govuk-heading-l">{say("rights.correct.title")}</h1>
      <p class="govuk-body">{say("rights.correct.text")}</p>
      {fields.length === 0 ? (
        <InsetText text={say("rights.correct.none")} />
      ) : (
        <form method="post" action={paths.console.correctRight(request.id)} novalidate>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <Select
            name="field"
            label={{ text: say("rights.correct.field") }}
            value={first(form, "field")}
            items={[
              { value: "", text: say("rights.correct.choose") },
              ...fields.map(({ id, label }) => ({ value: id, text: label[language] })),
            ]}
            {...fieldError(visit, errors.field)}
          />
          <Textarea
            name="value"
            rows={2}
            label={{ text: say("rights.correct.value") }}
            hint={{ text: say("rights.correct.value_hint") }}
            value={first(form, "value")}
            {...fieldError(visit, errors.value)}
          />
          <Button text={say("rights.correct.button")} preventDoubleClick />
        </form>
      )}
    </>
  );
}
