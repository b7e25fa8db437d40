import { escapeToBuffer, type HtmlEscapedString } from "hono/utils/html";

/**
 * An element as HTML text. Throws when a part of it must be waited for: such an element becomes a promise when it is
 * turned into text, and nothing of ours is drawn that way.
 */
export function htmlOf(element: HtmlEscapedString | Promise<HtmlEscapedString>): string {
  const html: unknown = element instanceof Promise ? undefined : element.toString();
  if (typeof html !== "string") throw new Error("An element that must wait for something cannot be drawn here");
  return html;
}

/** A text as HTML, escaped as JSX escapes it. */
export function escapedText(text: string): string {
  const buffer: [string] = [""];
  escapeToBuffer(text, buffer);
  return buffer[0];
}
