import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { firstFilled, type Slot } from "../slot.ts";
import { Tag, type TagProps } from "../tag/tag.tsx";

export interface PhaseBannerProps {
  readonly tag?: TagProps;
  readonly text?: Slot;
  /** Content with elements in it; wins over the text. */
  readonly children?: Slot;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Says that the service is a trial or a demonstration. */
export function PhaseBanner(props: PhaseBannerProps) {
  return (
    <div class={classes("govuk-phase-banner govuk-width-container", props.classes)} {...attributes(props.attributes)}>
      <p class="govuk-phase-banner__content">
        <Tag text={props.tag?.text} classes={classes("govuk-phase-banner__content__tag", props.tag?.classes)} />
        <span class="govuk-phase-banner__text">{firstFilled(props.children, props.text)}</span>
      </p>
    </div>
  );
}
