import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import type { Slot } from "../slot.ts";

export interface ErrorMessageProps {
  readonly text?: Slot;
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
  /** Said before the message to those who cannot see the colour; an empty string says nothing. */
  readonly visuallyHiddenText?: string;
}

/** What is wrong with one field and how to put it right, beside that field. */
export function ErrorMessage(props: ErrorMessageProps) {
  const prefix = props.visuallyHiddenText ?? "Error";
  return (
    <p id={props.id} class={classes("govuk-error-message", props.classes)} {...attributes(props.attributes)}>
      {prefix !== "" && (
        <>
          <span class="govuk-visually-hidden">{prefix}:</span>{" "}
        </>
      )}
      {props.text}
    </p>
  );
}
