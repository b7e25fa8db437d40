import { classes } from "../classes.ts";
import type { HeadingLevel } from "../heading-level.ts";
import { safeHref } from "../link/safe-href.ts";
import { isFilled, type Slot } from "../slot.ts";
import { StatusTag, type StatusTagProps } from "../status-tag/status-tag.tsx";

export interface CardProps {
  readonly href: string;
  readonly state: StatusTagProps;
  readonly title: string;
  readonly headingLevel?: HeadingLevel;
  /** The institution, or for an application its number. */
  readonly from: Slot;
  /** The last line: the date on the left, the price or the next step on the right. */
  readonly when?: Slot;
  readonly price?: Slot;
}

/** A program or an application in short; the whole card leads to it. */
export function Card(props: CardProps) {
  const Heading = `h${props.headingLevel ?? 3}` as const;
  return (
    <article class="daftar-card">
      <div class="daftar-card__state">
        <StatusTag {...props.state} />
      </div>
      <Heading class="daftar-card__title">
        <a class="daftar-card__link" href={safeHref(props.href)}>
          {props.title}
        </a>
      </Heading>
      <p class="daftar-card__from">{props.from}</p>
      {(isFilled(props.when) || isFilled(props.price)) && (
        <p class="daftar-card__last">
          <span>{props.when}</span> <span class="daftar-card__price">{props.price}</span>
        </p>
      )}
    </article>
  );
}

interface CardsProps {
  readonly cards: readonly CardProps[];
  /** One below the other, each as wide as the page. */
  readonly wide?: boolean;
}

/** Cards side by side, as many as fit. */
export function Cards(props: CardsProps) {
  return (
    <ul class={classes("daftar-cards", props.wide === true && "daftar-cards--wide")}>
      {props.cards.map((card) => (
        <li>
          <Card {...card} />
        </li>
      ))}
    </ul>
  );
}
