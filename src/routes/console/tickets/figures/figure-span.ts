import type { TicketSpan } from "../../../../registry/tickets/figures.query.ts";
import type { TextKey } from "../../../../texts/texts.ts";
import { isDay } from "../../window/window-form.ts";

/** Days that are shown where none are chosen. */
const DAYS = 28;
/** More days than these make no picture that anybody can read. */
export const mostDays = 366;

export interface ReadSpan {
  /** As it was typed, or as it is where nothing was. */
  readonly span: TicketSpan;
  readonly errors: Partial<Readonly<Record<"from" | "until", TextKey>>>;
}

/** The span that an address asks for; `today` as 2026-11-21. A category that is none narrows nothing. */
export function readSpan(asked: URLSearchParams, today: string, categories: ReadonlySet<string>): ReadSpan {
  const text = (name: string) => (asked.get(name) ?? "").trim().slice(0, 20).toWellFormed().replaceAll("\0", "\ufffd");
  const until = text("until") || today;
  const from = text("from") || (isDay(until) ? daysBefore(until, DAYS - 1) : "");
  const category = categories.has(text("category")) ? text("category") : "";
  return { span: { from, until, category }, errors: errorsOf(from, until) };
}

function errorsOf(from: string, until: string): ReadSpan["errors"] {
  if (!isDay(until)) return { until: "ticket_figures.error_until" };
  if (!isDay(from)) return { from: "ticket_figures.error_from" };
  if (until < from) return { until: "ticket_figures.error_order" };
  return from < daysBefore(until, mostDays - 1) ? { from: "ticket_figures.error_long" } : {};
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

/** The address of these figures, or of their file. */
export function spanAddress(path: string, span: TicketSpan): string {
  return `${path}?${new URLSearchParams({ ...span }).toString()}`;
}
