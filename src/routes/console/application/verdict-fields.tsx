import { inLanguage } from "../../../program/definition.ts";
import type { Language, Program } from "../../../program/definition.ts";
import type { Say } from "../../../texts/texts.ts";
import { Details } from "../../../ui/details/details.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { ReviewItem } from "./review.query.ts";
import { inputName, savedVerdict, type TypedVerdict, type VerdictError } from "./verdict-form.ts";

export interface VerdictFieldsProps {
  readonly item: ReviewItem;
  readonly typed: TypedVerdict | undefined;
  readonly errors: readonly VerdictError[];
  readonly reasons: readonly Program["review"]["reasons"][number][];
  readonly say: Say;
  readonly language: Language;
}

/** Right or wrong, and why: folded until it is needed, so that the answers stay readable. */
export function VerdictFields(props: VerdictFieldsProps) {
  const { item, say, language } = props;
  const now = props.typed ?? savedVerdict(item);
  const names = {
    verdict: inputName("verdict", item),
    reason: inputName("reason", item),
    note: inputName("note", item),
  };
  const error = (input: string) => {
    const text = props.errors.find((one) => one.input === input)?.text;
    return text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("console.error_sign") } };
  };
  const hasError = Object.values(names).some((name) => error(name).errorMessage !== undefined);
  return (
    <Details
      classes="daftar-judge"
      summaryText={
        <>
          <span data-shortcut-cycle="v">{say("console.verdict.judge")}</span>{" "}
          <span class="govuk-visually-hidden">{item.label}</span>
        </>
      }
      open={hasError || now.verdict === "wrong"}
    >
      <Radios
        name={names.verdict}
        classes="govuk-radios--inline govuk-radios--small"
        value={now.verdict}
        fieldset={{
          legend: { text: say("console.verdict.of", { label: item.label }), classes: "govuk-visually-hidden" },
        }}
        items={(["right", "wrong", "none"] as const).map((verdict) => ({
          value: verdict,
          text: say(`console.verdict.${verdict}`),
        }))}
        {...error(names.verdict)}
      />
      <Select
        name={names.reason}
        label={{ text: say("console.verdict.reason") }}
        value={now.reason}
        items={[
          { value: "", text: say("console.verdict.choose") },
          ...props.reasons.map((reason) => ({ value: reason.reason, text: inLanguage(reason.label, language) })),
        ]}
        {...error(names.reason)}
      />
      <Textarea
        name={names.note}
        label={{ text: say("console.verdict.note") }}
        value={now.note}
        rows={2}
        {...error(names.note)}
      />
    </Details>
  );
}
