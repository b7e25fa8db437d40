import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface Legend {
  readonly text?: Slot;
  readonly classes?: string;
  readonly isPageHeading?: boolean;
}

export interface FieldsetProps {
  readonly legend?: Legend;
  readonly describedBy?: string;
  readonly classes?: string;
  readonly role?: string;
  readonly attributes?: Attributes;
  readonly children?: Slot;
}

/** Several fields that answer one question, with the question as their legend. */
export function Fieldset(props: FieldsetProps) {
  const { legend } = props;
  return (
    <fieldset
      class={classes("govuk-fieldset", props.classes)}
      role={props.role}
      aria-describedby={props.describedBy === "" ? undefined : props.describedBy}
      {...attributes(props.attributes)}
    >
      {legend !== undefined && isFilled(legend.text) && (
        <legend class={classes("govuk-fieldset__legend", legend.classes)}>
          {legend.isPageHeading === true ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      )}
      {props.children}
    </fieldset>
  );
}
