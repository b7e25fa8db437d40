import type { Say } from "../../texts/texts.ts";
import type { StatusTagProps } from "../../ui/status-tag/status-tag.tsx";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span in its largest fitting unit, cut down: what is left is never shown as more than it is. */
export function span(milliseconds: number, say: Say): string {
  const length = Math.abs(milliseconds);
  if (length >= DAY) return say("console.days", { count: Math.floor(length / DAY) });
  if (length >= HOUR) return say("console.hours", { count: Math.floor(length / HOUR) });
  return say("console.minutes", { count: Math.max(1, Math.floor(length / MINUTE)) });
}

/** How long is left until a decision is due, as a tag; its colour only repeats the words. */
export function leftTag(due: Date, now: Date, say: Say): StatusTagProps {
  const left = due.getTime() - now.getTime();
  if (left < 0) return { text: say("console.late", { span: span(left, say) }), tone: "bad" };
  return { text: say("console.left", { span: span(left, say) }), tone: left <= DAY ? "warn" : "calm" };
}
