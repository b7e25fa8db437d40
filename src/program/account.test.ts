import { expect, test } from "vitest";
import { readProgram } from "../../test/programs/compiled.ts";
import { checkProgram } from "./check.ts";
import type { Program } from "./definition.ts";

const news = readProgram("programs/berita-terdaftar");
const club = readProgram("test/programs/tennis-club");
const { task, page, first, second } = partsOf(news);

function partsOf({ tasks: [task] }: Program) {
  const [page] = task?.pages ?? [];
  const [first, second] = page?.fields ?? [];
  if (!task || !page || !first || !second) throw new Error("the program has lost its fields");
  return { task, page, first, second };
}

function problemsOf(program: Program): string[] {
  return checkProgram(program).map(({ path, message }) => `${path.join(".")} ${message}`);
}

function withFields(fields: typeof page.fields): Program {
  return { ...news, tasks: [{ ...task, pages: [{ ...page, fields }] }] };
}

test("a program without accounts has a name, an address and nothing else", () => {
  expect(problemsOf(news)).toEqual([]);
  expect(problemsOf(withFields([first]))).toEqual([expect.stringContaining("one name and one email field")]);
  expect(problemsOf(withFields([first, { ...first, id: "lain" }]))).toHaveLength(1);
  expect(problemsOf(withFields([first, { ...second, optional: true }]))).toHaveLength(1);
  expect(problemsOf({ ...news, tasks: [...news.tasks, { ...task, task: "lain" }] }).join()).toContain("one page");
  expect(problemsOf({ ...news, identity: "verified" })).toEqual(["identity must be simple where account is none"]);
});

test("what decides about applications has no place in it", () => {
  const { review, number } = club;
  if (number === undefined) throw new Error("the toy program gives numbers");
  expect(problemsOf({ ...news, review })).toEqual(["review has no meaning where account is none"]);
  expect(problemsOf({ ...news, number })).toEqual(["number has no meaning where account is none"]);
});

test("and a program with accounts cannot go without", () => {
  const { number: _, ...numberless } = club;
  expect(problemsOf(numberless)).toEqual(["number is needed unless account is none"]);
  expect(problemsOf({ ...club, review: { reasons: [], stages: [] } })).toEqual([
    "review.reasons is needed unless account is none",
    "review.stages is needed unless account is none",
  ]);
});
