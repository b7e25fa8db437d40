import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface SummaryAction {
  readonly href: string;
  readonly text?: Slot;
  /** Which answer the action is about, for those who hear the link alone. */
  readonly visuallyHiddenText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** A way to change one answer or a card. */
export function ActionLink(props: { readonly action: SummaryAction; readonly cardTitle: Slot }) {
  const { action, cardTitle } = props;
  const about = action.visuallyHiddenText ?? "";
  const hasTitle = isFilled(cardTitle);
  return (
    <a class={classes("govuk-link", action.classes)} href={safeHref(action.href)} {...attributes(action.attributes)}>
      {action.text}
      {(about !== "" || hasTitle) && (
        <span class="govuk-visually-hidden">
          {about !== "" && ` ${about}`}
          {hasTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  );
}
