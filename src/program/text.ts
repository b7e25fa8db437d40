import * as z from "zod";

/** The languages a program file can be written in; Indonesian is never missing. */
export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

/**
 * A text of a program in its languages. A missing English text is the empty string until the check of the whole
 * program, which knows whether the program promises English at all.
 */
export const Text = z
  .strictObject({
    id: z.string().trim().min(1).max(4000).describe("The text in Indonesian."),
    en: z.string().trim().max(4000).default("").describe("The text in English; needed when `languages` names `en`."),
  })
  .describe("A text in every language of the program.");
export type Text = z.output<typeof Text>;
