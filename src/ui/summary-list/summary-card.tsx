import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import type { HeadingLevel } from "../heading-level.ts";
import type { Slot } from "../slot.ts";
import { ActionLink, type SummaryAction } from "./action-link.tsx";

export interface SummaryCardProps {
  readonly title?: {
    readonly text?: Slot;
    readonly headingLevel?: HeadingLevel;
    readonly classes?: string;
  };
  readonly actions?: { readonly items?: readonly SummaryAction[]; readonly classes?: string };
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly children?: Slot;
}

/** The frame of a summary list that is one of several alike. */
export function SummaryCard(props: SummaryCardProps) {
  const { title } = props;
  const Heading = `h${title?.headingLevel ?? 2}` as const;
  const items = props.actions?.items ?? [];
  const [only] = items;
  return (
    <div class={classes("govuk-summary-card", props.classes)} {...attributes(props.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {title !== undefined && (
          <Heading class={classes("govuk-summary-card__title", title.classes)}>{title.text}</Heading>
        )}
        {only !== undefined &&
          (items.length === 1 ? (
            <div class={classes("govuk-summary-card__actions", props.actions?.classes)}>
              <ActionLink action={only} cardTitle={title?.text} />
            </div>
          ) : (
            <ul class={classes("govuk-summary-card__actions", props.actions?.classes)}>
              {items.map((action) => (
                <li class="govuk-summary-card__action">
                  <ActionLink action={action} cardTitle={title?.text} />
                </li>
              ))}
            </ul>
          ))}
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  );
}
