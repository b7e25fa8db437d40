import type { HeadingLevel } from "../heading-level.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface EmptyStateProps {
  readonly title: string;
  readonly headingLevel?: HeadingLevel;
  /** Why there is nothing, in a sentence. */
  readonly text: Slot;
  /** What to do now: a button or a link. */
  readonly action?: Slot;
  /** The address of the drawing `empty.svg`. */
  readonly image?: string;
}

/** Nothing here yet: a sentence and an action instead of a blank. */
export function EmptyState(props: EmptyStateProps) {
  const Heading = `h${props.headingLevel ?? 2}` as const;
  return (
    <div class="daftar-empty">
      {props.image !== undefined && <img class="daftar-empty__image" src={props.image} alt="" width="72" height="72" />}
      <Heading class="daftar-empty__title">{props.title}</Heading>
      <p class="daftar-empty__text">{props.text}</p>
      {isFilled(props.action) && props.action}
    </div>
  );
}
