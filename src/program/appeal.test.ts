import { expect, it } from "vitest";
import { programText, tennisClub } from "../../test/programs/compiled.ts";
import { toyRegions } from "../../test/programs/regions.ts";
import { appealPage } from "./appeal.ts";
import { compileProgram } from "./compile.ts";
import { checkPage, readPage } from "./journey.ts";
import { parseProgram } from "./parse.ts";

const file = programText(tennisClub);
const words = "{ id: uraian, type: textarea, max_length: 20, label: { id: Uraian, en: Account } }";

function withAppeal(fields: string, more = ""): string {
  return (
    file.replace(/\nreview:\n/, (found) => `${found}  appeal: { within: { days: 3 }, fields: [${fields}] }\n`) + more
  );
}

function problems(text: string): string[] {
  const parsed = parseProgram(text);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

it("checks the form of an appeal like any page, in its own place and once", () => {
  expect(problems(withAppeal(words))).toEqual([]);
  expect(problems(withAppeal(`${words}, ${words}`))).toEqual([
    "review.appeal.fields.1.id: uraian is used twice; ids of tasks, pages, fields and documents are unique in the program",
  ]);
  expect(problems(withAppeal(words.replace("en: Account", 'en: ""')))).toHaveLength(1);
  const from = "{ id: nama_lain, type: name, label: { id: Nama, en: Name }, from: account.name }";
  expect(problems(withAppeal(from))).toEqual(["review.appeal.fields.0.from: forms of appeals begin empty"]);
  expect(problems(withAppeal(words.replace("type:", "when: tidak_ada == 1, type:")))).toHaveLength(1);
});

it("compiles it beside the program, with nothing of the program's own questions", () => {
  const parsed = parseProgram(withAppeal(words));
  if (!parsed.ok) throw new Error("the program is wrong");
  const { appeal, fieldsById } = compileProgram(parsed.program, { regions: toyRegions() });
  if (!appeal) throw new Error("there is no form");
  expect([...appeal.fieldsById.keys()]).toEqual(["uraian"]);
  expect(fieldsById.has("uraian")).toBe(false);
  expect(appeal.appeal).toBeUndefined();
  const typed = readPage(appeal, appealPage, { uraian: ["x".repeat(21)], nama: ["Lain"] });
  expect(typed).toEqual({ uraian: "x".repeat(21) });
  expect(checkPage(appeal, appealPage, typed, { now: new Date(), others: {} }).errors).toMatchObject([
    { id: "uraian", code: "too_long" },
  ]);
});

it("announces after the closing only", () => {
  const announced = (at: string) => problems(`${file}\nannouncement: { at: ${at} }\n`);
  expect(announced("null")).toEqual([]);
  expect(announced("2099-01-01")).toEqual([]);
  expect(announced("2001-01-01")).toEqual(["announcement.at: must be after the window closes"]);
});
