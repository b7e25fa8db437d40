import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

// Far more than one service has of menus and feet in all its languages, and still little memory.
const limit = 200;

/**
 * A component for parts that most pages share, such as the foot: each content is drawn once and then reused. Its
 * props must be plain data without anything personal or secret, since what is drawn stays in memory.
 */
export function drawnOnce<Props>(
  draw: (props: Props) => HtmlEscapedString | Promise<HtmlEscapedString>,
): (props: Props) => HtmlEscapedString {
  const drawn = new Map<string, HtmlEscapedString>();
  return (props) => {
    const key = JSON.stringify(props);
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const element = draw(props);
    // An element with a part to wait for becomes a promise only when it is turned into text.
    const html: unknown = element instanceof Promise ? undefined : element.toString();
    if (typeof html !== "string") throw new Error("A part that is drawn once must not wait for anything");
    const fresh = raw(html);
    if (drawn.size >= limit) drawn.clear();
    drawn.set(key, fresh);
    return fresh;
  };
}
