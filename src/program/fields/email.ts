import * as z from "zod";
import { cleanText } from "./plain-text.ts";
import { defineField, fieldBase, right, wrong } from "./field.ts";
import { single } from "./single.ts";

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export const email = defineField({
  ...single,
  definition: z
    .strictObject({ ...fieldBase, type: z.literal("email") })
    .describe("An e-mail address; its domain is kept in small letters."),
  codes: ["required", "repeated", "characters", "too_long", "email"],
  condition: "string",
  check(definition, typed) {
    const cleaned = cleanText(typed, definition.id, { max: 254 });
    if ("outcome" in cleaned) return cleaned.outcome;
    const address = normalAddress(cleaned.text);
    return address === undefined ? wrong(definition.id, "email") : right(address);
  },
  sample: (definition, _context, person) => ({ [definition.id]: `contoh${person}@example.com` }),
});

function normalAddress(text: string): string | undefined {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1).toLowerCase();
  const labels = domain.split(".");
  if (local.length > 64 || !localPart.test(local) || labels.length < 2) return undefined;
  if (!labels.every((label) => domainLabel.test(label)) || /^[0-9]+$/.test(labels.at(-1) ?? "")) return undefined;
  return `${local}@${domain}`;
}
