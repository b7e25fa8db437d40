import * as z from "zod";
import { cleanText } from "./plain-text.ts";
import { defineField, fieldBase, right } from "./field.ts";
import { single } from "./single.ts";

export const textarea = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("textarea"),
      max_length: z
        .int()
        .min(1)
        .max(10_000)
        .default(500)
        .describe("The longest answer, in characters; counted for the person."),
    })
    .describe("Several lines of text, with a character count."),
  codes: ["required", "repeated", "characters", "too_long"],
  condition: "string",
  check(definition, typed) {
    const cleaned = cleanText(typed, definition.id, { max: definition.max_length, lines: true });
    return "outcome" in cleaned ? cleaned.outcome : right(cleaned.text);
  },
  sample: (definition) => ({ [definition.id]: "Baris contoh.".slice(0, definition.max_length) }),
});
