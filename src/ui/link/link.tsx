import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import type { Slot } from "../slot.ts";
import { safeHref } from "./safe-href.ts";

export interface LinkProps {
  readonly href: string;
  readonly classes?: string;
  /** Where the link stands on a dark ground. */
  readonly inverse?: boolean;
  readonly attributes?: Attributes;
  readonly children?: Slot;
}

/** A link in running text; addresses that could run script become `#`. */
export function Link(props: LinkProps) {
  const names = classes("govuk-link", props.inverse === true && "govuk-link--inverse", props.classes);
  return (
    <a class={names} href={safeHref(props.href)} {...attributes(props.attributes)}>
      {props.children}
    </a>
  );
}
