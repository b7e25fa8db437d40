import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import type { Slot } from "../slot.ts";

export interface HintProps {
  readonly text?: Slot;
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Help that most people need, under the label of a field. */
export function Hint(props: HintProps) {
  return (
    <div id={props.id} class={classes("govuk-hint", props.classes)} {...attributes(props.attributes)}>
      {props.text}
    </div>
  );
}
