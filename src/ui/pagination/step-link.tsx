import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface PaginationLink {
  readonly href: string;
  readonly text?: Slot;
  readonly labelText?: string;
  readonly attributes?: Attributes;
}

const arrows = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};

/** The way to the page before or after. */
export function StepLink(props: {
  readonly link: PaginationLink;
  readonly way: "prev" | "next";
  readonly block: boolean;
}) {
  const { block, link, way } = props;
  const hasLabel = link.labelText !== undefined && link.labelText !== "";
  const arrowFirst = block || way === "prev";
  return (
    <div class={`govuk-pagination__${way}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={safeHref(link.href)}
        rel={way}
        {...attributes(link.attributes)}
      >
        {arrowFirst && <Arrow way={way} />}
        <span
          class={classes(
            "govuk-pagination__link-title",
            block && !hasLabel && "govuk-pagination__link-title--decorated",
          )}
        >
          {isFilled(link.text) ? link.text : <DefaultText way={way} />}
        </span>
        {hasLabel && block && (
          <>
            <span class="govuk-visually-hidden">:</span>{" "}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!arrowFirst && <Arrow way={way} />}
      </a>
    </div>
  );
}

function DefaultText(props: { readonly way: "prev" | "next" }) {
  return (
    <>
      {props.way === "prev" ? "Previous" : "Next"}
      <span class="govuk-visually-hidden"> page</span>
    </>
  );
}

function Arrow(props: { readonly way: "prev" | "next" }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${props.way}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[props.way]} />
    </svg>
  );
}
