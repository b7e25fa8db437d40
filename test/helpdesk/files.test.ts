import { globSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linksOf, readMarkdown } from "../../src/platform/markdown.ts";
import { projectRoot } from "../../src/platform/project-root.ts";
import { listFaq } from "../../src/registry/faq/entry.query.ts";
import { readFaqFile } from "../../src/registry/faq/faq-file.ts";
import { loadCategories } from "../../src/registry/tickets/category-file.ts";
import { testApp, type TestApp } from "../app.ts";
import { loadQuestions } from "../questions.ts";
import { publishFrom } from "../seed.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  for (const program of ["pamjaki-anggota", "jpt-bumn", "npwp-pribadi", "pelatihan-las"])
    await publishFrom(app, `programs/${program}`);
  await loadQuestions(app.database, app.keyring);
});
afterAll(() => app.close());

test("there are at least forty questions, and every link in their answers leads to a page", async () => {
  const entries = await listFaq(app.database.web.kysely);
  expect(entries.length).toBeGreaterThanOrEqual(40);
  const links = entries.flatMap(({ answer }) => [answer.id, answer.en].flatMap((text) => linksOf(readMarkdown(text))));
  const dead: string[] = [];
  for (const link of new Set(links)) {
    const { status } = await app.browser().get(link);
    if (status !== 200) dead.push(`${link}: ${status}`);
  }
  expect(dead).toEqual([]);
});

test("every answer that a category names is there", async () => {
  const named = loadCategories().flatMap(({ questions }) => questions);
  const files = globSync("*/*.md", { cwd: join(projectRoot, "helpdesk/faq") }).map((file) =>
    file.slice(0, -".md".length),
  );
  expect(named.filter((address) => !files.includes(address))).toEqual([]);
});

test.each([
  ["without front matter", "# Apa?\n\nIni.\n\n# What?\n\nThis.\n"],
  ["in one language", "---\ncategory: account\n---\n\n# Apa?\n\nIni.\n"],
  ["of an unknown category", "---\ncategory: lain\n---\n\n# Apa?\n\nIni.\n\n# What?\n\nThis.\n"],
  ["with a link that runs script", "---\ncategory: account\n---\n\n# Apa?\n\n[a](javascript:x)\n\n# What?\n\nThis.\n"],
  [
    "with a link to a page without TLS",
    "---\ncategory: account\n---\n\n# Apa?\n\n[a](http://x.id/)\n\n# What?\n\nT.\n",
  ],
  ["with NUL", "---\ncategory: account\n---\n\n# Apa?\n\nI\0ni.\n\n# What?\n\nThis.\n"],
  ["with half a character", '---\ncategory: account\nwords: "\\uD800"\n---\n\n# Apa?\n\nIni.\n\n# What?\n\nThis.\n'],
  ["with an empty answer", "---\ncategory: account\n---\n\n# Apa?\n\n# What?\n\nThis.\n"],
])("a file %s is refused", (_what, text) => {
  expect(() => readFaqFile("contoh", text)).toThrow();
});

test("what is written as HTML stays a text", () => {
  const [block] = readMarkdown("Tekan <img src=x onerror=alert(1)> **sini**");
  expect(block).toEqual({
    kind: "paragraph",
    runs: [
      { kind: "text", text: "Tekan " },
      { kind: "text", text: "<img src=x onerror=alert(1)>" },
      { kind: "text", text: " " },
      { kind: "strong", text: "sini" },
    ],
  });
});
