import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import type { Slot } from "../slot.ts";

export interface SkipLinkProps {
  readonly text?: Slot;
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The first link of a page, seen only when focused: past the navigation to the content. */
export function SkipLink(props: SkipLinkProps) {
  const href = props.href === undefined || props.href === "" ? "#content" : safeHref(props.href);
  return (
    <a
      href={href}
      class={classes("govuk-skip-link", props.classes)}
      {...attributes(props.attributes)}
      data-module="govuk-skip-link"
    >
      {props.text}
    </a>
  );
}
