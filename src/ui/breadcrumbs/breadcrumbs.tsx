import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import type { Slot } from "../slot.ts";

export interface Breadcrumb {
  readonly text?: Slot;
  /** The page itself has none. */
  readonly href?: string;
  readonly attributes?: Attributes;
}

export interface BreadcrumbsProps {
  readonly items: readonly Breadcrumb[];
  readonly classes?: string;
  readonly collapseOnMobile?: boolean;
  readonly labelText?: string;
  readonly attributes?: Attributes;
}

/** Where the page stands in the whole. */
export function Breadcrumbs(props: BreadcrumbsProps) {
  return (
    <nav
      class={classes(
        "govuk-breadcrumbs",
        props.classes,
        props.collapseOnMobile === true && "govuk-breadcrumbs--collapse-on-mobile",
      )}
      {...attributes(props.attributes)}
      aria-label={props.labelText ?? "Breadcrumb"}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map((item) =>
          item.href === undefined || item.href === "" ? (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={safeHref(item.href)} {...attributes(item.attributes)}>
                {item.text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
