import { Button } from "../button/button.tsx";
import { Link } from "../link/link.tsx";
import { safeHref } from "../link/safe-href.ts";
import type { Slot } from "../slot.ts";

export interface FilterBarProps {
  readonly action: string;
  /** What is filtered, said to screen readers. */
  readonly label: string;
  readonly buttonText: string;
  /** Where everything is shown again; given while a filter is on. */
  readonly clear?: { readonly href: string; readonly text: string };
  /** The fields, as a rule selects. */
  readonly children: Slot;
}

/** Fields that narrow a list, over the list. */
export function FilterBar(props: FilterBarProps) {
  return (
    <form class="daftar-filter" method="get" action={safeHref(props.action)} aria-label={props.label}>
      {props.children}
      <Button text={props.buttonText} classes="govuk-button--secondary" />
      {props.clear !== undefined && (
        <Link href={props.clear.href} classes="daftar-filter__clear">
          {props.clear.text}
        </Link>
      )}
    </form>
  );
}
