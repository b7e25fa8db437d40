import * as z from "zod";
import { today } from "./calendar.ts";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { cleanText } from "./plain-text.ts";
import { single } from "./single.ts";

export const year = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("year"),
      min: z.int().min(1900).max(2100).default(1900).describe("The earliest year allowed."),
      max: z.int().min(1900).max(2100).default(2100).describe("The latest year allowed."),
      past: z.boolean().default(false).describe("The year must not be in the future; this year is allowed."),
      project: z
        .enum(["value"])
        .optional()
        .describe("What stands in plain beside the sealed answers: the year itself."),
    })
    .describe("A year of four digits."),
  codes: ["required", "repeated", "characters", "too_long", "year", "too_small", "too_large", "year_in_future"],
  condition: "double",
  projections: ["value"],
  check(definition, typed, { now }) {
    const cleaned = cleanText(typed, definition.id, { max: 20 });
    if ("outcome" in cleaned) return cleaned.outcome;
    if (!/^[0-9]{4}$/.test(cleaned.text)) return wrong(definition.id, "year");
    const value = Number(cleaned.text);
    // As strings, since a year is written without thousands separators.
    if (value < definition.min) return wrong(definition.id, "too_small", { min: String(definition.min) });
    if (value > definition.max) return wrong(definition.id, "too_large", { max: String(definition.max) });
    if (definition.past && cleaned.text > today(now).slice(0, 4)) return wrong(definition.id, "year_in_future");
    return right(value);
  },
  sample: (definition) => ({ [definition.id]: String(Math.max(definition.min, Math.min(2020, definition.max))) }),
  project: (_definition, answer) => Number(answer),
});
