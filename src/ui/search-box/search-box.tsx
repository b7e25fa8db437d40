import { Button } from "../button/button.tsx";
import { safeHref } from "../link/safe-href.ts";

export interface SearchBoxProps {
  readonly action: string;
  readonly name: string;
  /** What is searched; shown inside the empty box and said to screen readers. */
  readonly label: string;
  readonly buttonText: string;
  /** True where the page is for something else than searching. */
  readonly isSecondary?: boolean;
  readonly value?: string;
  readonly id?: string;
  /** The key that leads to the box. */
  readonly shortcut?: string;
  /** Other parameters of the address to keep, such as a filter. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** One box, one button; the answer has an address of its own. */
export function SearchBox(props: SearchBoxProps) {
  const id = props.id ?? props.name;
  return (
    <form class="daftar-search" role="search" method="get" action={safeHref(props.action)}>
      {Object.entries(props.keep ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label class="govuk-visually-hidden" for={id}>
        {props.label}
      </label>
      <div class="daftar-search__row">
        <input
          class="govuk-input"
          id={id}
          name={props.name}
          type="search"
          value={props.value}
          placeholder={props.label}
          autocomplete="off"
          enterkeyhint="search"
          data-shortcut={props.shortcut}
        />
        <Button text={props.buttonText} classes={props.isSecondary === true ? "govuk-button--secondary" : ""} />
      </div>
    </form>
  );
}
