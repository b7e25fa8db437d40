import type { TypedPage } from "../answers.ts";
import { type Outcome, wrong } from "./field.ts";
import { cleanText } from "./plain-text.ts";

/** Reads a number of so many digits that people type with blanks, dots or hyphens between them. */
export function readDigits(typed: TypedPage, name: string, count: number): { digits: string } | { outcome: Outcome } {
  const cleaned = cleanText(typed, name, { max: 40 });
  if ("outcome" in cleaned) return cleaned;
  const digits = cleaned.text.replace(/[ .-]/g, "");
  if (!/^[0-9]+$/.test(digits)) return { outcome: wrong(name, "digits_only") };
  if (digits.length !== count) return { outcome: wrong(name, "digits_count", { count, typed: digits.length }) };
  return { digits };
}
