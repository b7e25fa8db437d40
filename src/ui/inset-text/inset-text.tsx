import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { firstFilled, type Slot } from "../slot.ts";

export interface InsetTextProps {
  readonly text?: Slot;
  /** Content with elements in it; wins over the text. */
  readonly children?: Slot;
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** A passage set apart from the rest, such as a quotation or an exception. */
export function InsetText(props: InsetTextProps) {
  return (
    <div id={props.id} class={classes("govuk-inset-text", props.classes)} {...attributes(props.attributes)}>
      {firstFilled(props.children, props.text)}
    </div>
  );
}
