import * as z from "zod";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { cleanText } from "./plain-text.ts";
import { single } from "./single.ts";

export const npwp = defineField({
  ...single,
  definition: z
    .strictObject({ ...fieldBase, type: z.literal("npwp") })
    .describe("A taxpayer number: 16 digits, or 15 in the older form; stored as digits only."),
  codes: ["required", "repeated", "characters", "too_long", "digits_only", "npwp"],
  condition: "string",
  check({ id }, typed) {
    const cleaned = cleanText(typed, id, { max: 40 });
    if ("outcome" in cleaned) return cleaned.outcome;
    const digits = cleaned.text.replace(/[ .-]/g, "");
    if (!/^[0-9]+$/.test(digits)) return wrong(id, "digits_only");
    return digits.length === 15 || digits.length === 16 ? right(digits) : wrong(id, "npwp", { typed: digits.length });
  },
  show(_definition, answer) {
    return String(answer).replace(/^(\d{2})(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/, "$1.$2.$3.$4-$5.$6");
  },
  sample: ({ id }) => ({ [id]: "012345678012000" }),
});
