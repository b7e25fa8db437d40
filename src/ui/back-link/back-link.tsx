import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface BackLinkProps {
  readonly href?: string | undefined;
  readonly text?: Slot;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The way back along the path the person took, above everything else on the page. */
export function BackLink(props: BackLinkProps) {
  const href = props.href === undefined || props.href === "" ? "#" : safeHref(props.href);
  return (
    <a href={href} class={classes("govuk-back-link", props.classes)} {...attributes(props.attributes)}>
      {isFilled(props.text) ? props.text : "Back"}
    </a>
  );
}
