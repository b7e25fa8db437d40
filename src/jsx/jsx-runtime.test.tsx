import fc from "fast-check";
import { Fragment as HonoFragment, jsx as honoJsx } from "hono/jsx/jsx-runtime";
import { expect, test } from "vitest";
import { Fragment, jsx } from "./jsx-runtime.ts";
import { type Child, htmlOf, type Markup } from "./markup.ts";

/** An element as data, to be made by our functions and by Hono's, whose HTML is the measure. */
interface Sketch {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly (Sketch | string | number | boolean | null | undefined)[];
}

const empty = ["br", "input"];
const tags = [...empty, "p", "div", "a", "textarea", "button", "form", "h1", "daftar-countdown", "rect", ""];
const names = ["class", "href", "data-at", "aria-hidden", "hidden", "disabled", "value", "checked", "style", "viewBox"];
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("<script>", '"', "'", "&amp;", "javascript:x", ""),
);
const value = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined));

const { sketch } = fc.letrec<{ readonly sketch: Sketch }>((tie) => ({
  sketch: fc
    .record({
      tag: fc.constantFrom(...tags),
      attributes: fc.dictionary(fc.constantFrom(...names), value),
      children: fc.array(fc.oneof({ maxDepth: 4 }, value, tie("sketch")), { maxLength: 4 }),
    })
    .map((drawing) => (empty.includes(drawing.tag) ? { ...drawing, children: [] } : drawing)),
}));

function ours({ tag, attributes, children }: Sketch): Markup {
  const drawn = children.map((child) => (isSketch(child) ? ours(child) : child));
  const content = drawn.length === 0 ? {} : { children: drawn };
  return tag === "" ? jsx(Fragment, content) : jsx(tag, { ...attributes, ...content });
}

function hono({ tag, attributes, children }: Sketch): ReturnType<typeof honoJsx> {
  const drawn = children.map((child) => (isSketch(child) ? hono(child) : child));
  const content = drawn.length === 0 ? {} : { children: drawn };
  return tag === "" ? honoJsx(HonoFragment, content, "") : honoJsx(tag, { ...attributes, ...content }, "");
}

function isSketch(child: Sketch["children"][number]): child is Sketch {
  return typeof child === "object" && child !== null;
}

test("elements become the same HTML as Hono's", () => {
  fc.assert(
    fc.property(sketch, (drawing) => {
      expect(htmlOf(ours(drawing))).toBe(String(hono(drawing)));
    }),
    { numRuns: 500 },
  );
});

test("text is escaped wherever it stands, and what only looks like an element is refused", () => {
  const wicked = `"><script>'&`;
  const Named = (props: { readonly name: string }): Child => ["Halo ", props.name, [1, null, true, undefined]];
  expect(htmlOf(<Named name={wicked} />)).toBe("Halo &quot;&gt;&lt;script&gt;&#39;&amp;1");
  expect(htmlOf(<p title={wicked}>{[wicked]}</p>)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;</p>',
  );
  const forged: unknown[] = [
    { html: wicked },
    { isEscaped: true, toString: () => wicked },
    JSON.parse(JSON.stringify(<b>{wicked}</b>)),
    Object(wicked),
    Promise.resolve("a"),
    () => wicked,
    Symbol("a"),
    1n,
  ];
  for (const child of forged) {
    expect(() => jsx("p", { children: child as Child })).toThrow(TypeError);
    expect(() => jsx("p", { title: child })).toThrow(TypeError);
  }
});

test("names that could end a tag, and HTML given as a property, are refused", () => {
  for (const name of ["a b", 'a"', "a>", "a/", "a=b", "", "'", "\0", "é", "1a", "-a"]) {
    expect(() => jsx(name, {})).toThrow(TypeError);
    expect(() => jsx("p", { [name]: "x" })).toThrow(TypeError);
  }
  expect(() => jsx("p", { dangerouslySetInnerHTML: { __html: "<b>" } })).toThrow(TypeError);
});
