import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../../src/platform/project-root.ts";
import { listFaqById } from "../../src/registry/faq/entry.query.ts";
import { searchFaq } from "../../src/registry/faq/search.query.ts";
import { testDatabase } from "../database.ts";
import { loadQuestions } from "../questions.ts";

const database = await testDatabase();
beforeAll(() => loadQuestions(database));
afterAll(() => database.close());

async function addressesOf(query: string): Promise<string[]> {
  const db = database.web.kysely;
  const found = await listFaqById(db, await searchFaq(db, query));
  return found.map(({ place, slug }) => `${place}/${slug}`);
}

test("of 62 misspelt queries at least 56 find the right answer among the first three", async () => {
  const text = await readFile(join(projectRoot, "test/helpdesk/misspelt.csv"), "utf8");
  const table: { query: string; answer: string }[] = parse(text, { columns: true });
  expect(table).toHaveLength(62);
  const missed: string[] = [];
  for (const { query, answer } of table) {
    const first = (await addressesOf(query)).slice(0, 3);
    if (!first.includes(answer)) missed.push(`${query} → ${first.join(", ")} instead of ${answer}`);
  }
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(6);
});

test("well spelt questions find their own answer first", async () => {
  const entries = await database.web.kysely.selectFrom("faq_entries").select(["place", "slug", "question"]).execute();
  const wrong: string[] = [];
  for (const { place, slug, question } of entries) {
    const asked = (question as { id: string }).id;
    const [first] = await addressesOf(asked);
    if (first !== `${place}/${slug}`) wrong.push(`${asked} → ${String(first)}`);
  }
  expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(entries.length * 0.1);
});

test.each(["", "   ", "?!", "'", "a' & b | !c:*", "%_\\", "zzzzqqqq", "\u0000", "x".repeat(5000), "yang di dan"])(
  "whatever is typed, such as %j, is answered without an error",
  async (query) => {
    await expect(addressesOf(query)).resolves.toBeInstanceOf(Array);
  },
);
