import * as z from "zod";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { cleanText } from "./plain-text.ts";
import { single } from "./single.ts";

export const postcode = defineField({
  ...single,
  definition: z
    .strictObject({ ...fieldBase, type: z.literal("postcode") })
    .describe("An Indonesian postcode of five digits."),
  codes: ["required", "repeated", "characters", "too_long", "postcode"],
  condition: "string",
  check({ id }, typed) {
    const cleaned = cleanText(typed, id, { max: 20 });
    if ("outcome" in cleaned) return cleaned.outcome;
    const digits = cleaned.text.replaceAll(" ", "");
    return /^[1-9][0-9]{4}$/.test(digits) ? right(digits) : wrong(id, "postcode");
  },
  sample: ({ id }) => ({ [id]: "10110" }),
});
