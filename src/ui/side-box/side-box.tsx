import type { HeadingLevel } from "../heading-level.ts";
import type { Slot } from "../slot.ts";

export interface SideBoxProps {
  readonly title: string;
  readonly headingLevel?: HeadingLevel;
  /** Facts the person should keep in view, such as when the window closes. */
  readonly facts?: readonly { readonly term: string; readonly value: Slot }[];
  readonly children?: Slot;
}

/** What a person should have in view while working, beside the work; below it on a phone. */
export function SideBox(props: SideBoxProps) {
  const Heading = `h${props.headingLevel ?? 2}` as const;
  return (
    <section class="daftar-side-box" aria-label={props.title}>
      <Heading class="daftar-side-box__title">{props.title}</Heading>
      {props.facts !== undefined && (
        <dl class="daftar-side-box__facts">
          {props.facts.map((fact) => (
            <>
              <dt>{fact.term}</dt>
              <dd>{fact.value}</dd>
            </>
          ))}
        </dl>
      )}
      {props.children}
    </section>
  );
}
