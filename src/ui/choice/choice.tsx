import { Link } from "../link/link.tsx";

export interface ChoiceProps {
  readonly href: string;
  readonly text: string;
  /** For whom it is, or what comes of it. */
  readonly detail: string;
}

/** One of several ways to go on, in a list `daftar-choices`: the whole box leads there, while its name is the link. */
export function Choice(props: ChoiceProps) {
  return (
    <li class="daftar-choices__item">
      <Link href={props.href} classes="daftar-choices__link">
        {props.text}
      </Link>
      <span class="daftar-choices__detail">{props.detail}</span>
    </li>
  );
}
