import * as z from "zod";
import { cleanText } from "./plain-text.ts";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { showDecimal } from "./numerals.ts";
import { single } from "./single.ts";

const highest = 1_000_000_000_000_000;

export const money = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("money"),
      min: z.int().min(0).max(highest).default(0).describe("The lowest amount allowed, in rupiah."),
      max: z.int().min(0).max(highest).default(highest).describe("The highest amount allowed, in rupiah."),
    })
    .describe("An amount in whole rupiah; `Rp 1.500.000` and `1500000` are the same."),
  codes: ["required", "repeated", "characters", "too_long", "money", "too_small", "too_large"],
  condition: "double",
  check(definition, typed) {
    const cleaned = cleanText(typed, definition.id, { max: 40 });
    if ("outcome" in cleaned) return cleaned.outcome;
    const digits = /^(?:rp\.?)?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?:00|-))?$/i.exec(
      cleaned.text.replaceAll(" ", ""),
    )?.[1];
    if (digits === undefined) return wrong(definition.id, "money");
    const value = Number(digits.replaceAll(".", ""));
    if (value < definition.min) return wrong(definition.id, "too_small", { min: definition.min });
    if (value > definition.max) return wrong(definition.id, "too_large", { max: definition.max });
    return right(value);
  },
  show: (_definition, answer, { language }) => `Rp ${showDecimal(Number(answer), language)}`,
  sample: (definition) => ({ [definition.id]: String(Math.max(definition.min, Math.min(1_000_000, definition.max))) }),
});
