import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { firstFilled, type Slot } from "../slot.ts";

export interface DetailsProps {
  readonly summaryText: Slot;
  readonly text?: Slot;
  /** Content with elements in it; wins over the text. */
  readonly children?: Slot;
  readonly id?: string;
  readonly open?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Help that only some need, behind its question. */
export function Details(props: DetailsProps) {
  return (
    <details
      id={props.id}
      class={classes("govuk-details", props.classes)}
      {...attributes(props.attributes)}
      open={props.open}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summaryText}</span>
      </summary>
      <div class="govuk-details__text">{firstFilled(props.children, props.text)}</div>
    </details>
  );
}
