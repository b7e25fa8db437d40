import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import type { Maybe } from "../slot.ts";
import { StepLink, type PaginationLink } from "./step-link.tsx";

export interface PaginationItem {
  readonly number?: string;
  readonly href?: string;
  readonly visuallyHiddenText?: string;
  readonly current?: boolean;
  readonly ellipsis?: boolean;
  readonly attributes?: Attributes;
}

export interface PaginationProps {
  readonly items?: readonly Maybe<PaginationItem>[];
  readonly previous?: PaginationLink;
  readonly next?: PaginationLink;
  readonly landmarkLabel?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The pages of a long list, or the neighbours of a page. */
export function Pagination(props: PaginationProps) {
  const { items, previous, next } = props;
  const block = items === undefined && (next !== undefined || previous !== undefined);
  return (
    <nav
      class={classes("govuk-pagination", block && "govuk-pagination--block", props.classes)}
      aria-label={props.landmarkLabel ?? "Pagination"}
      {...attributes(props.attributes)}
    >
      {previous !== undefined && previous.href !== "" && <StepLink link={previous} way="prev" block={block} />}
      {items !== undefined && (
        <ul class="govuk-pagination__list">{items.map((item) => item && <PageItem item={item} />)}</ul>
      )}
      {next !== undefined && next.href !== "" && <StepLink link={next} way="next" block={block} />}
    </nav>
  );
}

function PageItem(props: { readonly item: PaginationItem }) {
  const { item } = props;
  const current = item.current === true;
  const ellipsis = item.ellipsis === true;
  if (item.number === undefined && !ellipsis) return <></>;
  return (
    <li
      class={classes(
        "govuk-pagination__item",
        current && "govuk-pagination__item--current",
        ellipsis && "govuk-pagination__item--ellipsis",
      )}
    >
      {ellipsis ? (
        "⋯"
      ) : (
        <a
          class="govuk-link govuk-pagination__link"
          href={safeHref(item.href ?? "")}
          aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
          aria-current={current ? "page" : undefined}
          {...attributes(item.attributes)}
        >
          {item.number}
        </a>
      )}
    </li>
  );
}
