import { typedList, type TypedPage } from "../answers.ts";
import { type Outcome, wrong } from "./field.ts";

const printableAscii = /^[\x20-\x7e]*$/;

/**
 * Control characters and noncharacters cannot be stored or shown; the replacement character means that a text was
 * damaged on its way; direction overrides can make an officer read something other than what is stored. More than 30
 * combining marks in a row are no writing of any language, and composing them takes quadratic time: a megabyte of them
 * would keep the server busy for minutes.
 */
export const strangeSigns = /[\p{Cc}--[\t\n\r]]|[\u202a-\u202e\u2066-\u2069\ufffd\ufffe\uffff]|\p{Cs}|\p{M}{31,}/v;

interface Limits {
  readonly max: number;
  readonly min?: number;
  readonly lines?: boolean;
}

export type Cleaned = { readonly text: string } | { readonly outcome: Outcome };

/**
 * The one way from a posted value to a text: one value, no forbidden character, NFC, blanks trimmed and collapsed,
 * length in code points. Linear in the length of the input, and never throws.
 */
export function cleanText(typed: TypedPage, name: string, limits: Limits): Cleaned {
  const values = typedList(typed, name);
  const raw = values[0] ?? "";
  if (values.length > 1 && values.some((value) => value !== raw)) return { outcome: wrong(name, "repeated") };
  const text = printableAscii.test(raw) ? collapse(raw, false) : cleanUnicode(raw, limits);
  if (typeof text !== "string") return { outcome: wrong(name, "characters", text) };
  const count = text.length > limits.max || limits.min !== undefined ? countCodePoints(text) : 0;
  if (count > limits.max) return { outcome: wrong(name, "too_long", { max: limits.max, typed: count }) };
  if (limits.min !== undefined && text !== "" && count < limits.min) {
    return { outcome: wrong(name, "too_short", { min: limits.min, typed: count }) };
  }
  return { text };
}

/** How many characters a person would count, near enough: code points, not UTF-16 units. */
function countCodePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}

const visible = /[^\s\p{Cf}]/u;

/** Nothing that a person could see was typed: blanks and zero-width characters are no answer. */
export function isBlank(typed: TypedPage, name: string): boolean {
  return !typedList(typed, name).some((value) => visible.test(value));
}

/** The most code points that compose into one: a vowel with three marks. */
const MOST_COMPOSED = 4;

function cleanUnicode(raw: string, { max, lines = false }: Limits): string | { character: string } {
  const bad = strangeSigns.exec(raw)?.[0];
  if (bad !== undefined) {
    const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return { character: `U+${code}` };
  }
  const collapsed = collapse(raw, lines);
  // Composing a megabyte of marks takes a second; what is too long even when composed stays as it is.
  return collapsed.length > max * MOST_COMPOSED * 2 ? collapsed : collapsed.normalize("NFC");
}

function collapse(text: string, lines: boolean): string {
  if (!lines) return text.trim().replace(/\s+/gu, " ");
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
