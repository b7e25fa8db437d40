import { classes } from "../classes.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface TimelineItem {
  readonly what: string;
  /** More about it in the same line, such as the reason and a link. */
  readonly detail?: Slot;
  /** More about it in lines of its own, such as a list of what was marked. */
  readonly more?: Slot;
  readonly when?: Slot;
  readonly state: "done" | "current" | "todo";
}

export interface TimelineProps {
  readonly items: readonly TimelineItem[];
  /** The states in words, for those who cannot see the dots. */
  readonly stateTexts: Readonly<Record<TimelineItem["state"], string>>;
}

/** What happened and what comes next, as a line of time. */
export function Timeline(props: TimelineProps) {
  return (
    <ol class="daftar-timeline">
      {props.items.map((item) => (
        <li
          class={classes("daftar-timeline__item", item.state !== "todo" && `daftar-timeline__item--${item.state}`)}
          aria-current={item.state === "current" ? "step" : undefined}
        >
          <p class="daftar-timeline__what">
            <strong>{item.what}</strong>
            <span class="govuk-visually-hidden"> ({props.stateTexts[item.state]})</span>
            {isFilled(item.detail) && <> — {item.detail}</>}
          </p>
          {isFilled(item.more) && <div class="daftar-timeline__more">{item.more}</div>}
          {isFilled(item.when) && <p class="daftar-timeline__when">{item.when}</p>}
        </li>
      ))}
    </ol>
  );
}
