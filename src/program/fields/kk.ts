import * as z from "zod";
import { readDigits } from "./digits.ts";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { single } from "./single.ts";

export const kk = defineField({
  ...single,
  definition: z.strictObject({ ...fieldBase, type: z.literal("kk") }).describe("The 16 digits of the family card."),
  codes: ["required", "repeated", "characters", "too_long", "digits_only", "digits_count", "kk_serial"],
  condition: "string",
  check({ id }, typed) {
    const read = readDigits(typed, id, 16);
    if ("outcome" in read) return read.outcome;
    return read.digits.endsWith("0000") ? wrong(id, "kk_serial", { digits: "0000" }) : right(read.digits);
  },
  sample: ({ id }, _context, person) => ({ [id]: `317101010115${String((person % 9999) + 1).padStart(4, "0")}` }),
});
