import * as z from "zod";
import { cleanText } from "./plain-text.ts";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { single } from "./single.ts";

const nameCharacters = /^[\p{L}\p{M} .,'’`/-]*$/u;
const letter = /\p{L}/u;

export const name = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("name"),
      max_length: z.int().min(1).max(200).default(100).describe("The longest name, in characters."),
    })
    .describe("The name of a person, as on the identity card; one word is enough."),
  codes: ["required", "repeated", "characters", "too_long", "name"],
  condition: "string",
  check(definition, typed) {
    const cleaned = cleanText(typed, definition.id, { max: definition.max_length });
    if ("outcome" in cleaned) return cleaned.outcome;
    if (!nameCharacters.test(cleaned.text) || !letter.test(cleaned.text)) return wrong(definition.id, "name");
    return right(cleaned.text);
  },
  sample: (definition) => ({ [definition.id]: "Siti Contoh".slice(0, definition.max_length) }),
});
