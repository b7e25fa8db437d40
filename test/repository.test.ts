import { globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readFunctions } from "../src/platform/db/function-files.ts";
import { readMigrations } from "../src/platform/db/migration-files.ts";

const root = join(import.meta.dirname, "..");
const documents = ["*.md", "docs/**/*.md", "programs/**/*.md"]
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .toSorted();
const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts);

test("every link in a document leads somewhere", () => {
  const broken = documents.flatMap((document) =>
    findLinks(read(document))
      .filter((link) => !leadsSomewhere(document, link))
      .map((link) => `${document}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test("every npm command in a document exists", () => {
  const unknown = documents.flatMap((document) =>
    [...read(document).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test))\b/g)]
      .map(([, run, short]) => run ?? short ?? "")
      .filter((name) => !scripts.includes(name))
      .map((name) => `${document}: npm run ${name}`),
  );
  expect(unknown).toEqual([]);
});

test("every script of package.json that runs a file of ours has that file", () => {
  const commands = Object.values((JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts);
  const files = commands.flatMap((command) => command.match(/\b(?:scripts|src|bench)\/[\w./-]+/g) ?? []);
  expect(files.filter((file) => !exists(join(root, file)))).toEqual([]);
});

test("every setting of the environment is explained", () => {
  const guide = read("docs/how-to/configure.md");
  const settings = [...read("src/config.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = ""]) => name);
  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test("decision records are numbered without gaps or doubles", () => {
  const names = globSync("docs/decisions/*.md", { cwd: root }).map((path) => path.slice("docs/decisions/".length));
  const numbers = names.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1] ?? name).toSorted();
  expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, "0")));
});

test("migrations are named by time and verb, each time once", () => {
  const times = readMigrations(join(root, "migrations")).map(({ name }) => name.slice(0, 13));
  expect(times).toEqual([...new Set(times)].toSorted());
});

test("a function that has a file is restated in no migration after it got one", () => {
  const functions = readFunctions(join(root, "functions")).map(({ name }) => name);
  const later = readMigrations(join(root, "migrations")).filter(({ name }) => name > "20261121T2190");
  const restates = new RegExp(`create or replace function (?:public\\.)?(?:${functions.join("|")})\\(`, "i");
  expect(functions).toContain("submit_application");
  expect(later.filter(({ sql }) => restates.test(sql)).map(({ name }) => name)).toEqual([]);
});

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Links and pictures, outside of code. */
function findLinks(text: string): string[] {
  const prose = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)|(?:src|href)="([^"]+)"/g)].map(([, a, b]) => a ?? b ?? "");
}

function leadsSomewhere(document: string, link: string): boolean {
  if (/^(?:https?|mailto):/.test(link)) return URL.canParse(link);
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? join(root, document) : join(root, dirname(document), decodeURIComponent(path));
  if (!exists(file)) return false;
  return anchor === undefined || !file.endsWith(".md") || headings(readFileSync(file, "utf8")).includes(anchor);
}

/** Anchors as code forges make them. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ +(.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
