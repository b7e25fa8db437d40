import * as z from "zod";
import type { ErrorCode } from "../error-codes.ts";
import { cleanText } from "./plain-text.ts";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { single } from "./single.ts";

/** The closed list of patterns. Each is a single character class, so matching is linear whatever is typed. */
const patterns = {
  letters: { expression: /^[\p{L}\p{M} .'’-]*$/u, code: "pattern_letters", sample: "Contoh" },
  digits: { expression: /^[0-9]*$/, code: "pattern_digits", sample: "001" },
  letters_digits: { expression: /^[\p{L}\p{M}0-9 ]*$/u, code: "pattern_letters_digits", sample: "A1" },
  document_number: { expression: /^[A-Za-z0-9 ./-]*$/, code: "pattern_document_number", sample: "01/A-2" },
} as const satisfies Record<string, { expression: RegExp; code: ErrorCode; sample: string }>;

const patternNames = [
  "letters",
  "digits",
  "letters_digits",
  "document_number",
] as const satisfies readonly (keyof typeof patterns)[];

export const text = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("text"),
      max_length: z.int().min(1).max(1000).default(200).describe("The longest answer, in characters."),
      min_length: z.int().min(1).max(1000).optional().describe("The shortest answer, in characters."),
      pattern: z.enum(patternNames).optional().describe("Which characters the answer may have, from a closed list."),
    })
    .describe("One line of text."),
  codes: [
    "required",
    "repeated",
    "characters",
    "too_long",
    "too_short",
    ...patternNames.map((name) => patterns[name].code),
  ],
  condition: "string",
  check(definition, typed) {
    const cleaned = cleanText(typed, definition.id, { max: definition.max_length, ...minimum(definition.min_length) });
    if ("outcome" in cleaned) return cleaned.outcome;
    const pattern = definition.pattern === undefined ? undefined : patterns[definition.pattern];
    if (pattern !== undefined && !pattern.expression.test(cleaned.text)) return wrong(definition.id, pattern.code);
    return right(cleaned.text);
  },
  sample(definition) {
    const word = definition.pattern === undefined ? "Contoh" : patterns[definition.pattern].sample;
    const least = Math.max(definition.min_length ?? 1, Math.min(word.length, definition.max_length));
    return { [definition.id]: word.repeat(Math.ceil(least / word.length)).slice(0, least) };
  },
});

/** Leaves the limit out when there is none, since an optional property and `undefined` are not the same. */
function minimum(min: number | undefined): { min?: number } {
  return min === undefined ? {} : { min };
}
