import { classes } from "../classes.ts";
import { fieldId } from "../form-group/form-group.tsx";
import { Hint } from "../hint/hint.tsx";
import { i18nAttributes, type Messages } from "../i18n-attributes.ts";
import { Textarea, type TextareaProps } from "../textarea/textarea.tsx";

export interface CharacterCountProps extends Omit<TextareaProps, "describedBy" | "disabled" | "autocomplete"> {
  readonly maxlength?: number;
  readonly maxwords?: number;
  /** The share of the limit, in percent, from which the count is shown. */
  readonly threshold?: number;
  readonly countType?: "length" | "characters" | "words";
  readonly countMessage?: { readonly classes?: string };
  /** Says the limit where JavaScript does not run; `%{count}` stands for the number. */
  readonly textareaDescriptionText?: string;
  readonly charactersUnderLimitText?: Messages;
  readonly charactersAtLimitText?: string;
  readonly charactersOverLimitText?: Messages;
  readonly wordsUnderLimitText?: Messages;
  readonly wordsAtLimitText?: string;
  readonly wordsOverLimitText?: Messages;
}

/** A text with a limit that is counted while typing. */
export function CharacterCount(props: CharacterCountProps) {
  const id = fieldId(props);
  const countType = props.countType ?? (props.maxwords === undefined ? undefined : "words");
  const limit = props.maxwords ?? props.maxlength;
  const unit = countType === "words" ? "words" : "characters";
  const description = props.textareaDescriptionText ?? `You can enter up to %{count} ${unit}`;
  return (
    <Textarea
      name={props.name}
      id={id}
      describedBy={`${id}-info`}
      rows={props.rows}
      spellcheck={props.spellcheck}
      value={props.value}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      attributes={props.attributes}
      classes={classes("govuk-js-character-count", props.classes)}
      formGroup={{
        classes: classes("govuk-character-count", props.formGroup?.classes),
        attributes: { ...settings(props, countType, limit), ...props.formGroup?.attributes },
        beforeInput: props.formGroup?.beforeInput,
        afterInput: (
          <>
            <Hint
              id={`${id}-info`}
              classes={classes("govuk-character-count__message", props.countMessage?.classes)}
              text={limit === undefined ? "" : description.replaceAll("%{count}", String(limit))}
            />
            {props.formGroup?.afterInput}
          </>
        ),
      }}
    />
  );
}

function settings(
  props: CharacterCountProps,
  countType: string | undefined,
  limit: number | undefined,
): Record<string, string> {
  return {
    "data-module": "govuk-character-count",
    ...(props.maxlength !== undefined && { "data-maxlength": String(props.maxlength) }),
    ...(props.maxwords !== undefined && { "data-maxwords": String(props.maxwords) }),
    ...(props.threshold !== undefined && { "data-threshold": String(props.threshold) }),
    ...(countType !== undefined && { "data-count-type": countType }),
    // Without a limit the browser module fills the description in later, from here.
    ...(limit === undefined && i18nAttributes({ "textarea-description": other(props.textareaDescriptionText) })),
    ...i18nAttributes({
      "characters-under-limit": props.charactersUnderLimitText,
      "characters-at-limit": props.charactersAtLimitText,
      "characters-over-limit": props.charactersOverLimitText,
      "words-under-limit": props.wordsUnderLimitText,
      "words-at-limit": props.wordsAtLimitText,
      "words-over-limit": props.wordsOverLimitText,
    }),
  };
}

function other(text: string | undefined): Messages | undefined {
  return text === undefined ? undefined : { other: text };
}
