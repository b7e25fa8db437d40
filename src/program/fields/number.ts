import * as z from "zod";
import { cleanText } from "./plain-text.ts";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { showDecimal } from "./numerals.ts";
import { single } from "./single.ts";

export const number = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("number"),
      min: z.number().min(-1e12).max(1e12).optional().describe("The lowest number allowed."),
      max: z.number().min(-1e12).max(1e12).optional().describe("The highest number allowed."),
      decimals: z.int().min(0).max(6).default(0).describe("How many digits may follow the decimal comma."),
    })
    .describe("A number, typed the Indonesian way: `1.500` is one thousand five hundred, `2,5` is two and a half."),
  codes: [
    "required",
    "repeated",
    "characters",
    "too_long",
    "number",
    "whole_number",
    "decimals",
    "too_small",
    "too_large",
  ],
  condition: "double",
  check(definition, typed) {
    const cleaned = cleanText(typed, definition.id, { max: 30 });
    if ("outcome" in cleaned) return cleaned.outcome;
    const parts = /^(-?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?$/.exec(cleaned.text.replaceAll(" ", ""));
    if (parts === null) return wrong(definition.id, "number");
    const fraction = parts[3] ?? "";
    if (fraction.length > definition.decimals) {
      if (definition.decimals === 0) return wrong(definition.id, "whole_number");
      return wrong(definition.id, "decimals", { max: definition.decimals });
    }
    const value = Number(`${parts[1]}${parts[2]?.replaceAll(".", "")}.${fraction}`);
    if (value < (definition.min ?? -1e12)) return wrong(definition.id, "too_small", { min: definition.min ?? -1e12 });
    if (value > (definition.max ?? 1e12)) return wrong(definition.id, "too_large", { max: definition.max ?? 1e12 });
    return right(value === 0 ? 0 : value);
  },
  show: (_definition, answer, { language }) => showDecimal(Number(answer), language),
  type: (definition, answer) => ({ [definition.id]: String(answer).replace(".", ",") }),
  sample: (definition) => ({
    [definition.id]: String(definition.min ?? Math.min(1, definition.max ?? 1)).replace(".", ","),
  }),
});
