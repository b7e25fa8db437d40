import type { AnswerChange } from "../registry/rights/corrections.query.ts";
import type { Visit } from "./route.ts";

/** A corrected answer as a line of a summary: the question, what it was and what it is. */
export function changeRow({ say, language }: Visit, { label, was, now }: AnswerChange) {
  return {
    key: { text: say("rights.correct.row", { label: label[language] }) },
    value: { text: say("rights.correct.change", { was, now }) },
  };
}
