import { classes } from "../classes.ts";

export interface TaskBarItem {
  readonly text: string;
  readonly state: "done" | "current" | "todo";
}

export interface TaskBarProps {
  /** What the bar is called, such as "Bagian permohonan". */
  readonly label: string;
  readonly items: readonly TaskBarItem[];
  /** The states in words, for those who cannot see the colours. */
  readonly stateTexts: Readonly<Record<TaskBarItem["state"], string>>;
}

/** How far the person is, task by task. Links live in the task list, where they are large enough to touch. */
export function TaskBar(props: TaskBarProps) {
  return (
    <div class="daftar-task-bar">
      <ol class="daftar-task-bar__list" aria-label={props.label}>
        {props.items.map((item) => (
          <li
            class={classes("daftar-task-bar__item", item.state !== "todo" && `daftar-task-bar__item--${item.state}`)}
            aria-current={item.state === "current" ? "step" : undefined}
          >
            <span class="govuk-visually-hidden">
              {item.text}: {props.stateTexts[item.state]}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The heading of a page with a quiet line over it, such as "Data diri · 2 dari 5". */
export function CaptionedHeading(props: { readonly caption: string; readonly text: string }) {
  return (
    <>
      <span class="daftar-caption">{props.caption}</span>
      <h1 class="govuk-heading-l">{props.text}</h1>
    </>
  );
}
