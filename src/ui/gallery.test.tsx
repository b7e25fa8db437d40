import { readdirSync } from "node:fs";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { htmlOf } from "../jsx/markup.ts";
import { gallery } from "./gallery.tsx";

// The page frame and the parts of fields are shown by what they frame.
const frames = ["form-group", "page"];

describe("the gallery", () => {
  test("shows every component folder", () => {
    const folders = readdirSync(new URL(".", import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !frames.includes(entry.name))
      .map((entry) => entry.name)
      .toSorted();
    expect(gallery.map(({ name }) => name)).toEqual(folders);
  });

  const examples = gallery.flatMap(({ name, examples }) =>
    examples.map((example) => [`${name}: ${example.name}`, example] as const),
  );

  test.each(examples)("%s draws without inline style or script and with unique ids", (_, example) => {
    const html = htmlOf(<>{example.view()}</>);
    expect(html.length).toBeGreaterThan(0);
    const elements = allElements(parseFragment(html).childNodes);
    const names = elements.flatMap((element) => element.attrs.map(({ name }) => name));
    expect(names).not.toContain("style");
    expect(names.filter((name) => name.startsWith("on"))).toEqual([]);
    const ids = elements.flatMap((element) =>
      element.attrs.filter(({ name }) => name === "id").map(({ value }) => value),
    );
    expect(ids).toEqual([...new Set(ids)]);
  });
});

function allElements(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): DefaultTreeAdapterTypes.Element[] {
  return nodes.flatMap((node) => ("tagName" in node ? [node, ...allElements(node.childNodes)] : []));
}
