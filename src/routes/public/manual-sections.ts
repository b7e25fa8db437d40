import type { BookletSection } from "../../registry/papers/booklet.ts";
import { isTextKey, type Say } from "../../texts/texts.ts";

/** The sections in their order; the texts stand under `manual.<section>.title`, `.text`, `.steps` and perhaps `.note`. */
export const manualSections = [
  "before",
  "account",
  "apply",
  "documents",
  "submit",
  "deadline",
  "after",
  "correct",
  "result",
  "asking",
  "safety",
] as const;
export type ManualSectionName = (typeof manualSections)[number];

/** When these texts were last changed: the PDF says so of itself. */
export const manualWrittenAt = new Date("2026-11-21T00:00:00Z");

/** A section of the manual in one language, without pictures. */
export function readSection(say: Say, section: ManualSectionName): BookletSection {
  const note = `manual.${section}.note`;
  return {
    title: say(`manual.${section}.title`),
    text: say(`manual.${section}.text`),
    steps: say(`manual.${section}.steps`).split("\n"),
    note: isTextKey(note) ? say(note) : undefined,
  };
}
