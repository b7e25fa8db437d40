import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { firstFilled, type Slot } from "../slot.ts";

export interface TagProps {
  readonly text?: Slot;
  /** Content with elements in it; wins over the text. */
  readonly children?: Slot;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** A state in a word or two. The words say it all; the colour only repeats it. */
export function Tag(props: TagProps) {
  return (
    <strong class={classes("govuk-tag", props.classes)} {...attributes(props.attributes)}>
      {firstFilled(props.children, props.text)}
    </strong>
  );
}
