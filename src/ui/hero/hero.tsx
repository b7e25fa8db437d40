import { isFilled, type Slot } from "../slot.ts";

export interface HeroProps {
  readonly title: string;
  readonly lead?: Slot;
  /** What a person can do right here: the search or a start button. */
  readonly children?: Slot;
}

/** The full-width opening of the portal or of a program. */
export function Hero(props: HeroProps) {
  return (
    <div class="daftar-hero">
      <div class="govuk-width-container">
        <h1 class="govuk-heading-xl">{props.title}</h1>
        {isFilled(props.lead) && <p class="daftar-hero__lead">{props.lead}</p>}
        <div class="daftar-hero__end">{props.children}</div>
      </div>
    </div>
  );
}
