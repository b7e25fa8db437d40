/**
 * HTML that is escaped already. Only elements written in JSX and `raw` make it: what came from outside, as JSON or as a
 * form, is never one, whatever properties it has.
 */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }
}

/** What may stand between the tags of an element. `null`, `undefined` and both booleans show nothing. */
export type Child = string | number | boolean | null | undefined | Markup | readonly Child[];

/** Takes HTML as it is. Only for what was written in our code, or drawn and escaped before. */
export function raw(html: string): Markup {
  return new Markup(html);
}

const special = /[&<>"']/;
const specials = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML, for between tags and for values of attributes alike. */
export function escaped(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => entities[character] ?? "") : text;
}

/** What a child shows, as HTML. Throws on anything that is no child: an object, a function, a promise. */
export function htmlOf(child: Child): string {
  if (typeof child === "string") return escaped(child);
  if (child instanceof Markup) return child.html;
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (typeof child === "number") return String(child);
  if (!Array.isArray(child)) throw new TypeError("Only texts, numbers and elements can be drawn.");
  let html = "";
  for (const part of child as readonly Child[]) html += htmlOf(part);
  return html;
}
