import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { firstFilled, type Slot } from "../slot.ts";

export interface WarningTextProps {
  readonly text?: Slot;
  /** Content with elements in it; wins over the text. */
  readonly children?: Slot;
  /** Said in place of the sign. */
  readonly iconFallbackText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Something with consequences, such as a closing date or an act that cannot be undone. */
export function WarningText(props: WarningTextProps) {
  const fallback =
    props.iconFallbackText === undefined || props.iconFallbackText === "" ? "Warning" : props.iconFallbackText;
  return (
    <div class={classes("govuk-warning-text", props.classes)} {...attributes(props.attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{fallback}</span> {firstFilled(props.children, props.text)}
      </strong>
    </div>
  );
}
