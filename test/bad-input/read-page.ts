import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { probe } from "./hostile-texts.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** A page as a browser would understand it. */
export interface ReadPage {
  readonly language: string | undefined;
  readonly title: string;
  readonly ids: ReadonlySet<string>;
  /** Where the summary of errors leads, with what it says. */
  readonly summary: readonly { readonly target: string; readonly text: string }[];
  /** Messages at fields, by the id of the message. */
  readonly messages: ReadonlyMap<string, string>;
  /** What stands in the fields that are typed, by name. */
  readonly typed: ReadonlyMap<string, string>;
  /** What stands in hidden fields, by name; of several forms the first counts. */
  readonly hidden: ReadonlyMap<string, string>;
  /** What stands in password fields: nothing ever should. */
  readonly passwords: readonly string[];
  /** What a browser would take for something of the page though a visitor sent it. */
  readonly injected: readonly string[];
}

const known = new WeakMap<object, ReadPage>();

/** Reads an answer, once for all who ask; of its elements only what the tests ask about. */
export function readPage(page: { readonly html: string }): ReadPage {
  const read = known.get(page) ?? readHtml(page.html);
  known.set(page, read);
  return read;
}

function readHtml(html: string): ReadPage {
  const ids = new Set<string>();
  const summary: { target: string; text: string }[] = [];
  const messages = new Map<string, string>();
  const typed = new Map<string, string>();
  const hidden = new Map<string, string>();
  const passwords: string[] = [];
  const injected: string[] = [];
  let language: string | undefined;
  let title = "";
  for (const { element, inSummary } of elements(parse(html), false)) {
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const id = attributes.get("id");
    if (id !== undefined) ids.add(id);
    if (element.tagName === "html") language = attributes.get("lang");
    if (element.tagName === "title" && title === "") title = textOf(element);
    const href = attributes.get("href") ?? "";
    if (inSummary && element.tagName === "a") summary.push({ target: href.replace(/^#/, ""), text: textOf(element) });
    if (attributes.get("class")?.includes("govuk-error-message")) messages.set(id ?? "", textOf(element));
    const name = attributes.get("name");
    if (name !== undefined && isTyped(element, attributes)) {
      typed.set(name, element.tagName === "textarea" ? textOf(element) : (attributes.get("value") ?? ""));
    }
    if (attributes.get("type") === "hidden" && name !== undefined && !hidden.has(name)) {
      hidden.set(name, attributes.get("value") ?? "");
    }
    if (attributes.get("type") === "password" && attributes.get("value")) passwords.push(name ?? "");
    if (isInjected(element)) injected.push(element.tagName);
  }
  return { language, title, ids, summary, messages, typed, hidden, passwords, injected };
}

function isTyped(element: Element, attributes: ReadonlyMap<string, string>): boolean {
  if (element.tagName === "textarea") return true;
  const type = attributes.get("type") ?? "text";
  return element.tagName === "input" && !["hidden", "radio", "checkbox", "submit", "file", "password"].includes(type);
}

function isInjected({ tagName, attrs }: Element): boolean {
  if (tagName === probe.element || tagName === "style") return true;
  if (tagName === "script" && !attrs.some(({ name }) => name === "src")) return true;
  return attrs.some(
    ({ name, value }) =>
      name.startsWith("on") || name === "style" || (name !== "value" && /^\s*javascript:/i.test(value)),
  );
}

function* elements(node: Node, inSummary: boolean): Generator<{ element: Element; inSummary: boolean }> {
  if ("tagName" in node) {
    const begins = node.attrs.some(({ name, value }) => name === "class" && value.includes("govuk-error-summary"));
    inSummary ||= begins;
    yield { element: node, inSummary };
  }
  if ("childNodes" in node) for (const child of node.childNodes) yield* elements(child, inSummary);
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  return node.childNodes.map((child) => textOf(child)).join("");
}
