import { Button } from "../button/button.tsx";
import { Fold } from "../fold/fold.tsx";
import { Link } from "../link/link.tsx";
import { safeHref } from "../link/safe-href.ts";
import type { Slot } from "../slot.ts";

export interface FilterBarProps {
  readonly action: string;
  /** What is filtered: said to screen readers, and on a phone the button behind which the fields are. */
  readonly label: string;
  readonly buttonText: string;
  /** Where everything is shown again; given while a filter is on. */
  readonly clear?: { readonly href: string; readonly text: string };
  /** True where a field narrows something or is in error, so that it is in sight. */
  readonly open?: boolean;
  /** The fields, as a rule selects. */
  readonly children: Slot;
}

/** Fields that narrow a list, over the list; on a phone behind a button, unless they are in use. */
export function FilterBar(props: FilterBarProps) {
  return (
    <>
      <Fold summaryText={props.label} open={props.clear !== undefined || props.open === true} />
      <form class="daftar-filter" method="get" action={safeHref(props.action)} aria-label={props.label}>
        {props.children}
        <Button text={props.buttonText} classes="govuk-button--secondary" />
        {props.clear !== undefined && (
          <Link href={props.clear.href} classes="daftar-filter__clear">
            {props.clear.text}
          </Link>
        )}
      </form>
    </>
  );
}
