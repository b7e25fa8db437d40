import { attributes, type Attributes } from "../attributes.ts";
import { Button } from "../button/button.tsx";
import { classes } from "../classes.ts";
import type { HeadingLevel } from "../heading-level.ts";
import { safeHref } from "../link/safe-href.ts";
import { firstFilled, isFilled, type Slot } from "../slot.ts";

export interface PanelAction {
  readonly text?: Slot;
  readonly href?: string;
  readonly type?: "submit" | "button" | "reset";
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface PanelProps {
  readonly titleText: Slot;
  readonly headingLevel?: HeadingLevel;
  readonly text?: Slot;
  /** Content with elements in it; wins over the text. */
  readonly children?: Slot;
  readonly actions?: {
    readonly items?: readonly PanelAction[];
    readonly classes?: string;
    readonly attributes?: Attributes;
  };
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The end of a piece of work, or with `govuk-panel--interruption` a halt before it goes on. */
export function Panel(props: PanelProps) {
  const Heading = `h${props.headingLevel ?? 1}` as const;
  const interrupts = props.classes?.includes("govuk-panel--interruption") === true;
  const content = firstFilled(props.children, props.text);
  const { actions } = props;
  return (
    <div
      class={classes("govuk-panel", !interrupts && "govuk-panel--confirmation", props.classes)}
      {...attributes(props.attributes)}
    >
      <Heading class="govuk-panel__title">{props.titleText}</Heading>
      {isFilled(content) && <div class="govuk-panel__body">{content}</div>}
      {interrupts && actions !== undefined && (
        <div class={classes("govuk-panel__actions", actions.classes)} {...attributes(actions.attributes)}>
          {actions.items !== undefined && actions.items.length > 0 && (
            <div class="govuk-button-group">
              {actions.items.map((action) => (
                <Action action={action} />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function Action(props: { readonly action: PanelAction }) {
  const { action } = props;
  if (action.href === undefined || action.href === "" || action.type === "button") {
    return (
      <Button
        text={action.text}
        type={action.type ?? "button"}
        classes={classes("govuk-button--inverse", action.classes)}
        href={action.href}
        attributes={action.attributes}
      />
    );
  }
  return (
    <a
      class={classes("govuk-link govuk-link--inverse", action.classes)}
      href={safeHref(action.href)}
      {...attributes(action.attributes)}
    >
      {action.text}
    </a>
  );
}
