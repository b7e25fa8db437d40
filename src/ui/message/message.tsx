import type { Slot } from "../slot.ts";
import { classes } from "../classes.ts";

export interface MessageProps {
  /** Who wrote it, in a word. */
  readonly who: string;
  readonly when: string;
  /** What was written; each line is a paragraph. */
  readonly text: string;
  /** True where it answers, so that it is found at a glance. */
  readonly isAnswer?: boolean;
  /** What was said of it later. */
  readonly children?: Slot;
}

/** What somebody wrote in a conversation. */
export function Message(props: MessageProps) {
  return (
    <article class={classes("daftar-message", props.isAnswer === true && "daftar-message--answer")}>
      <h3 class="govuk-heading-s daftar-message__who">
        {props.who} <span class="daftar-message__when">{props.when}</span>
      </h3>
      {props.text.split("\n").map((line) => (
        <p class="govuk-body">{line}</p>
      ))}
      {props.children}
    </article>
  );
}
