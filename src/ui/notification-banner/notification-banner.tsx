import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import type { HeadingLevel } from "../heading-level.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface NotificationBannerProps {
  /** One line, set large. */
  readonly text?: Slot;
  /** Content with elements in it; wins over the text. */
  readonly children?: Slot;
  readonly titleText?: Slot;
  readonly titleHeadingLevel?: HeadingLevel;
  readonly titleId?: string;
  readonly type?: "success";
  readonly role?: string;
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** News that is not about a single field: something worked, or something changed meanwhile. */
export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.type === "success";
  const titleId = props.titleId ?? "govuk-notification-banner-title";
  const Heading = `h${props.titleHeadingLevel ?? 2}` as const;
  return (
    <div
      class={classes("govuk-notification-banner", success && "govuk-notification-banner--success", props.classes)}
      role={props.role ?? (success ? "alert" : "region")}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus?.toString()}
      {...attributes(props.attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {isFilled(props.titleText) ? props.titleText : success ? "Success" : "Important"}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isFilled(props.children)
          ? props.children
          : isFilled(props.text) && <p class="govuk-notification-banner__heading">{props.text}</p>}
      </div>
    </div>
  );
}
