import { cleanText } from "../../../program/fields/plain-text.ts";
import { first, type Form } from "../../../platform/http/form.ts";
import type { Say, TextKey } from "../../../texts/texts.ts";

const fields = ["whom", "receipt", "day", "time", "reason"] as const;
type Field = (typeof fields)[number];

/** What an officer typed, as it goes back into the form. */
export type TypedWindow = Readonly<Record<Field, string>>;
export type WindowErrors = Partial<Readonly<Record<Field, string>>>;

export const longestReason = 500;

/** Reads the form as it was typed. */
export function typedWindow(form: Form): TypedWindow {
  return {
    whom: first(form, "whom"),
    receipt: first(form, "receipt"),
    day: first(form, "day"),
    time: first(form, "time"),
    reason: first(form, "reason"),
  };
}

/** What is wrong with the form by itself; whether the moment is later and the receipt known is asked of the database. */
export function windowErrors(typed: TypedWindow, say: Say): WindowErrors {
  const errors: Partial<Record<Field, string>> = {};
  const refuse = (field: Field, key: TextKey) => (errors[field] = say(key));
  if (typed.whom !== "all" && typed.whom !== "one") refuse("whom", "console.window.error.whom");
  if (typed.whom === "one" && cleanReceipt(typed.receipt) === undefined)
    refuse("receipt", "console.window.error.receipt");
  if (!isDay(typed.day)) refuse("day", "console.window.error.day");
  if (!isTime(typed.time)) refuse("time", "console.window.error.time");
  if (cleanReason(typed.reason) === undefined) refuse("reason", "console.window.error.reason");
  return errors;
}

/** A receipt number as it is stored; undefined for what cannot be one. */
export function cleanReceipt(typed: string): string | undefined {
  const receipt = typed.trim().toUpperCase();
  return /^R-[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(receipt) ? receipt : undefined;
}

/** The reason as it is kept; undefined when it is empty, too long or not plain text. */
export function cleanReason(typed: string): string | undefined {
  const cleaned = cleanText({ reason: typed }, "reason", { max: longestReason, lines: true });
  return "text" in cleaned && cleaned.text !== "" ? cleaned.text : undefined;
}

/** Whether a text is a time of the clock as 23:59 or 23.59. */
export function isTime(typed: string): boolean {
  return /^(?:[01]\d|2[0-3])[:.][0-5]\d$/.test(typed.trim());
}

/** Whether a text is a day of the calendar as 2027-01-15. */
export function isDay(typed: string): boolean {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(typed)) return false;
  const day = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed);
}
