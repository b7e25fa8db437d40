import { Tag } from "../tag/tag.tsx";

/** How a state should be felt: settled, pressing, wrong, in progress, or neither. */
export type Tone = "good" | "warn" | "bad" | "info" | "calm";

export interface StatusTagProps {
  readonly text: string;
  readonly tone: Tone;
}

const colours: Readonly<Record<Tone, string>> = {
  good: "govuk-tag--green",
  warn: "govuk-tag--yellow",
  bad: "govuk-tag--red",
  info: "govuk-tag--blue",
  calm: "govuk-tag--grey",
};

/** The state of an application, a document or a program. */
export function StatusTag(props: StatusTagProps) {
  return <Tag text={props.text} classes={colours[props.tone]} />;
}
