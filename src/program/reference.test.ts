import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { programJsonSchema, programReference } from "./reference.ts";

const root = new URL("../../", import.meta.url);

it("stands in docs/program-file.md as the schema says it today", () => {
  expect(readFileSync(new URL("docs/program-file.md", root), "utf8")).toBe(programReference());
});

it("stands in programs/program.schema.json as the schema says it today", () => {
  expect(JSON.parse(readFileSync(new URL("programs/program.schema.json", root), "utf8"))).toEqual(
    JSON.parse(JSON.stringify(programJsonSchema())),
  );
});

it("explains every key", () => {
  const empty = programReference()
    .split("\n")
    .filter((line) => /\|\s*\|$/.test(line) && !line.includes("| | meaning |"));
  expect(empty).toEqual([]);
});
