import { readFileSync } from "node:fs";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { type Child, htmlOf, raw } from "../src/jsx/markup.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

interface Fixture {
  readonly name: string;
  readonly options: unknown;
  readonly html: string;
}

/** Where the html of a whole component goes. */
type HtmlTarget = "children" | "text";

/** What renders a component from the options of a fixture. */
type Render = (options: never) => Child;

/** Fixtures that a component may differ from, each with its reason. There are none. */
const skipped: readonly string[] = [];

/**
 * Compares a component with every fixture that govuk-frontend ships for it, as parsed trees: whitespace between
 * words, the order of classes and of attributes do not count. Small components take markup in `text` instead of
 * children.
 */
export function conformsToFixtures(component: string, render: Render, html: HtmlTarget = "children"): void {
  const file = new URL(
    `../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
    import.meta.url,
  );
  const parsed = JSON.parse(readFileSync(file, "utf8")) as {
    readonly fixtures: readonly Fixture[];
  };
  const fixtures = parsed.fixtures.filter((fixture) => !skipped.includes(`${component}: ${fixture.name}`));

  describe(`${component} draws what govuk-frontend draws, in all ${fixtures.length} fixtures`, () => {
    test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))("%s", (_, fixture) => {
      const drawn = htmlOf(render(convert(fixture.options, html) as never));
      expect(tree(drawn)).toEqual(tree(fixture.html));
    });
    test("has fixtures, and none is skipped", () => {
      process.stdout.write(`${component}: ${fixtures.length} fixtures\n`);
      expect(fixtures.length).toBeGreaterThan(0);
      expect(skipped).toEqual([]);
    });
  });
}

const slots = new Set(["beforeInput", "afterInput", "beforeInputs", "afterInputs", "conditional"]);

/** The options of a macro as our props: html becomes a slot, and what is written to an attribute a string. */
function convert(value: unknown, html: HtmlTarget, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item, "text"));
  if (typeof value !== "object" || value === null) return convertLeaf(value, key);
  if (key === "attributes" || key.endsWith("Attributes")) return convertAttributes(value);
  const props: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name === "html") props[html] = slot(inner) ?? props[html];
    else if (name.endsWith("Html")) props[name.replace(/Html$/, "Text")] = slot(inner);
    else if (!(name === "text" && html === "text" && props[name] !== undefined)) {
      props[name] = convert(inner, name === "panel" ? "children" : "text", name);
    }
  }
  return slots.has(key) ? props["text"] : props;
}

function convertLeaf(value: unknown, key: string): unknown {
  const isTyped = typeof value === "number" || typeof value === "boolean";
  return isTyped && ["value", "number", "day", "month", "year"].includes(key) && value !== false
    ? String(value)
    : value;
}

function slot(html: unknown): unknown {
  return typeof html === "string" && html !== "" ? raw(html) : undefined;
}

function convertAttributes(given: object): Record<string, string | true> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}

/** A tree that is equal for markup that means the same. */
function tree(html: string): unknown {
  return clean(parseFragment(html).childNodes);
}

function clean(nodes: readonly Node[]): unknown[] {
  const kept: unknown[] = [];
  for (const node of nodes) {
    if ("tagName" in node) kept.push(element(node));
    else if (node.nodeName === "#text" && "value" in node) {
      const text = node.value.replace(/\s+/g, " ").trim();
      if (text !== "") kept.push(text);
    }
  }
  return kept;
}

function element(node: DefaultTreeAdapterTypes.Element): unknown {
  const given = node.attrs.map(({ name, value }) => [name, name === "class" ? sorted(value) : value.trim()] as const);
  return {
    tag: node.tagName,
    attributes: Object.fromEntries(given.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    children: clean(node.childNodes),
  };
}

function sorted(names: string): string {
  return names.split(/\s+/).filter(Boolean).toSorted().join(" ");
}
