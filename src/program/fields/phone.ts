import * as z from "zod";
import { cleanText } from "./plain-text.ts";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { single } from "./single.ts";

export const phone = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("phone"),
      mobile: z.boolean().default(false).describe("Only mobile numbers, which begin with 08, are accepted."),
    })
    .describe("An Indonesian telephone number; stored as +62…, however it was typed."),
  codes: ["required", "repeated", "characters", "too_long", "phone"],
  condition: "string",
  check(definition, typed) {
    const cleaned = cleanText(typed, definition.id, { max: 30 });
    if ("outcome" in cleaned) return cleaned.outcome;
    const number = readPhone(cleaned.text);
    if (number === undefined || (definition.mobile && !number.startsWith("+628"))) return wrong(definition.id, "phone");
    return right(number);
  },
  show(_definition, answer) {
    const local = `0${String(answer).slice(3)}`;
    return local.startsWith("08") ? local.replace(/^(.{4})(.{4})(.+)$/, "$1-$2-$3") : local;
  },
  sample: (definition, _context, person) => ({ [definition.id]: `0812${String(person).padStart(8, "0")}` }),
});

/** `0812…`, `62812…`, `+62 812…` and `812…` are the same number; what follows the country code has 8 to 12 digits. */
export function readPhone(text: string): string | undefined {
  const digits = text.replace(/[ ().-]/g, "");
  const national = /^(?:\+?62|0)?([1-9][0-9]{7,11})$/.exec(digits)?.[1];
  return national === undefined ? undefined : `+62${national}`;
}
