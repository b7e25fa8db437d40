import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const documents = ["*.md", "docs/**/*.md"].flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();

test("every file or folder of ours that a document names exists", () => {
  const missing = documents.flatMap((document) =>
    findNames(readFileSync(join(root, document), "utf8"))
      .filter((name) => !existsSync(join(root, name)))
      .map((name) => `${document}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test("every decision record stands in the list of documents under its own title", () => {
  const list = readFileSync(join(root, "docs/README.md"), "utf8");
  const lost = globSync("decisions/*.md", { cwd: join(root, "docs") }).filter((path) => {
    const [, number, title] = /^# (\d+)\. (.+)$/m.exec(readFileSync(join(root, "docs", path), "utf8")) ?? [];
    return !list.includes(`| [${(number ?? "").padStart(4, "0")}](${path}) | ${title} |`);
  });
  expect(lost).toEqual([]);
});

test("every table or column word of the glossary that looks like one is in the schema", () => {
  const schema = readFileSync(join(root, "schema.sql"), "utf8");
  const tables = [...readFileSync(join(root, "GLOSSARY.md"), "utf8").matchAll(/\b(?:table|column)s? `([a-z_]+)`/g)];
  expect(tables.length).toBeGreaterThan(20);
  expect(tables.map(([, name = ""]) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(schema))).toEqual([]);
});

/** What stands in backticks, begins with a folder of ours and has no placeholder in it. */
function findNames(text: string): string[] {
  const named = /`((?:src|test|scripts|migrations|functions|docs|programs|bench|e2e|\.ci)\/[\w./@-]+)`/g;
  return [...text.matchAll(named)].map(([, name = ""]) => name);
}
