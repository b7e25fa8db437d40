import type { JSX as Hono } from "hono/jsx";
import { type Child, escaped, htmlOf, Markup } from "./markup.ts";

/*
 * What the compiler makes of JSX: an element becomes its HTML at once, without a tree that is walked afterwards. The
 * names `jsx`, `jsxs`, `Fragment` and `JSX` are the compiler's; `jsxImportSource` in tsconfig.json leads here.
 */

type Props = Readonly<Record<string, unknown>> & { readonly children?: Child };
type Component = (props: Props) => Child;

/** An element, or what a component draws. `props` are written by us; their values may come from anybody. */
export function jsx(tag: string | Component, props: Props): Markup {
  if (typeof tag === "function") {
    const drawn = tag(props);
    return drawn instanceof Markup ? drawn : new Markup(htmlOf(drawn));
  }
  let start = `<${checked(tag)}`;
  for (const name in props) if (name !== "children") start += attribute(name, props[name]);
  // An element that can have no content is closed at once; so is one that ends by itself.
  if (props.children === undefined && empty.has(tag)) return new Markup(`${start}/>`);
  return new Markup(`${start}>${htmlOf(props.children)}</${tag}>`);
}

/** The same for an element with several children, which come as a list. */
export { jsx as jsxs };

/** Several elements without one around them. */
export function Fragment(props: { readonly children?: Child }): Child {
  return props.children;
}

const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Attributes that are there or not; of others, `true` and `false` are values. */
const switches = new Set(
  (
    "allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden " +
    "inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected"
  ).split(" "),
);

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return ` ${checked(name)}="${escaped(value)}"`;
  if (typeof value === "number") return ` ${checked(name)}="${value}"`;
  if (typeof value !== "boolean") throw new TypeError(`The attribute ${name} must be a text, a number or a boolean.`);
  if (!switches.has(name)) return ` ${checked(name)}="${value}"`;
  return value ? ` ${name}=""` : "";
}

const nameForm = /^[A-Za-z][\w.:-]*$/;

/** A name cannot be escaped, so one that could end the tag is refused. */
function checked(name: string): string {
  if (!nameForm.test(name)) throw new TypeError(`${JSON.stringify(name)} is no name of an element or attribute.`);
  return name;
}

/** Elements of pictures. */
type Drawing = "circle" | "g" | "line" | "path" | "rect" | "svg" | "text";

export declare namespace JSX {
  type Element = Markup;
  type ElementType = string | ((props: never) => Child);
  interface ElementChildrenAttribute {
    children: Child;
  }
  type IntrinsicElements = {
    readonly [Tag in keyof Hono.IntrinsicElements]: Hono.IntrinsicElements[Tag] & { readonly children?: Child };
  } & Readonly<Record<Drawing | `daftar-${string}`, Props>>;
  interface IntrinsicAttributes {
    readonly key?: string | number;
  }
}
