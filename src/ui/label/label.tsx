import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface LabelProps {
  readonly text?: Slot;
  readonly for?: string;
  /** When the page asks one thing only, its label is the heading of the page. */
  readonly isPageHeading?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The name of a field; nothing is drawn without a text. */
export function Label(props: LabelProps) {
  if (!isFilled(props.text)) return <></>;
  const label = (
    <label
      class={classes("govuk-label", props.classes)}
      {...attributes(props.attributes)}
      for={props.for === "" ? undefined : props.for}
    >
      {props.text}
    </label>
  );
  return props.isPageHeading === true ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
