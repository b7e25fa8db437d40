import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import type { Slot } from "../slot.ts";

export interface FoldProps {
  /** What is behind it, in words. */
  readonly summaryText: Slot;
  /** Where what is behind it matters already, as a filter that is on. */
  readonly open?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/**
 * Folds the element that comes after it where the screen is narrow; where there is room that element simply stands
 * there, without this button. They are neighbours, not one inside the other, since no style opens a closed `details` in
 * every browser. Needs no script.
 */
export function Fold(props: FoldProps) {
  return (
    <details class={classes("daftar-fold", props.classes)} {...attributes(props.attributes)} open={props.open}>
      <summary class="daftar-fold__summary">{props.summaryText}</summary>
    </details>
  );
}
