import type { HtmlEscapedString } from "hono/utils/html";

/** The HTML of an element, waiting for what is drawn later. */
export async function render(element: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<string> {
  // An element becomes text only when asked, and the answer may itself have to be waited for.
  const drawn = await element;
  return Promise.resolve(drawn.toString());
}
