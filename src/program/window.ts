import type { Program } from "./definition.ts";

/**
 * The moments at which a program opens and closes, as its file states them; an extension is not known here. A plain
 * date opens at its first moment and closes after its last, in western Indonesian time. Null: it does not close.
 */
export function windowOf(window: Program["window"]): { readonly opens: Date; readonly closes: Date | null } {
  const opens = momentOf(window.opens);
  if (window.closes === null) return { opens, closes: null };
  const closes = momentOf(window.closes);
  return { opens, closes: isPlainDate(window.closes) ? new Date(closes.getTime() + 86_400_000) : closes };
}

/** When verdicts are announced, as the file states it; a plain date means its first moment. Null: an officer sets it. */
export function announcementOf(announcement: Program["announcement"]): Date | null {
  const at = announcement?.at ?? null;
  return at === null ? null : momentOf(at);
}

function isPlainDate(moment: string): boolean {
  return moment.length === 10;
}

function momentOf(moment: string): Date {
  return new Date(isPlainDate(moment) ? `${moment}T00:00:00+07:00` : moment);
}
