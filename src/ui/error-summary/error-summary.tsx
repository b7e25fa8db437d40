import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface ErrorSummaryItem {
  /** The field in error, as `#name`. */
  readonly href?: string;
  readonly text?: Slot;
  readonly attributes?: Attributes;
}

export interface ErrorSummaryProps {
  readonly titleText: Slot;
  readonly descriptionText?: Slot;
  readonly errorList?: readonly ErrorSummaryItem[];
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Everything that is wrong on the page, first on it, each a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  return (
    <div
      class={classes("govuk-error-summary", props.classes)}
      data-disable-auto-focus={props.disableAutoFocus?.toString()}
      {...attributes(props.attributes)}
      data-module="govuk-error-summary"
    >
      {/* The alert is a child, or moving the focus here would swallow part of what is announced. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.titleText}</h2>
        <div class="govuk-error-summary__body">
          {isFilled(props.descriptionText) && <p>{props.descriptionText}</p>}
          {props.errorList !== undefined && props.errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errorList.map((item) => (
                <li>
                  {item.href === undefined || item.href === "" ? (
                    item.text
                  ) : (
                    <a href={safeHref(item.href)} {...attributes(item.attributes)}>
                      {item.text}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
