import { describe, expect, it } from "vitest";
import { readProgram, tennisClub } from "../../test/programs/compiled.ts";
import type { Answers } from "./answers.ts";
import { conditionLanguage } from "./conditions.ts";
import { fieldsOf } from "./outline.ts";

const program = readProgram(tennisClub);
const language = conditionLanguage(fieldsOf(program), program.window);

function holds(source: string, answers: Answers = {}): boolean {
  const parsed = language.parse(source);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.condition.holds(answers);
}

describe("a condition", () => {
  it.each([
    ['tingkat_main == ""', {}, true],
    ['tingkat_main == "mahir"', { tingkat_main: "mahir" }, true],
    ['tingkat_main in ["mahir", "pemula"]', { tingkat_main: "pemula" }, true],
    ["peringkat == 3", { peringkat: 3 }, true],
    ["peringkat != 3", { peringkat: 3 }, false],
    ["peringkat + 1 > 3 && 2 * peringkat == 6", { peringkat: 3 }, true],
    ["tinggi > 1.5 && tinggi < 2", { tinggi: 1.75 }, true],
    ["sewa", {}, false],
    ["!sewa", {}, true],
    ['"senin" in hari && size(hari) == 2', { hari: ["senin", "rabu"] }, true],
    ['"senin" in hari', {}, false],
    ["size(hari) == 0", {}, true],
    ["answered(lahir)", {}, false],
    ['lahir < date("2000-01-01")', {}, false],
    ['lahir < date("2000-01-01")', { lahir: "1999-12-31" }, true],
    ["age(lahir, window.closes) >= 18", { lahir: "2008-12-31" }, true],
    ["age(lahir, window.closes) >= 18", { lahir: "2009-01-01" }, false],
    ["window.opens < window.closes", {}, true],
    ['nama.startsWith("Si") || nama.contains("x")', { nama: "Siti" }, true],
    ["peringkat > 0 ? sewa : !sewa", {}, true],
  ] as const)("%s with %j is %s", (source, answers, expected) => {
    expect(holds(source, answers)).toBe(expected);
  });

  it("takes an answer of another type, as of an older version, for unanswered", () => {
    expect(holds("peringkat == 0", { peringkat: "3" })).toBe(true);
    expect(holds("sewa", { sewa: "yes" })).toBe(false);
    expect(holds("size(hari) == 0", { hari: "senin" })).toBe(true);
    expect(holds("answered(lahir)", { lahir: 3 })).toBe(false);
  });

  it("names what it reads", () => {
    const parsed = language.parse("sewa && age(lahir, window.closes) > peringkat");
    expect(parsed.ok && parsed.condition.reads.toSorted()).toEqual(["lahir", "peringkat", "sewa"]);
  });

  it.each([
    "1 / 0 == 1",
    "7 % 2 == 1",
    "has(window.opens)",
    'nama[0] == "a"',
    "{}.size() == 0",
    "hari.map(h, h) == hari",
    "window.zzz == 1",
    'timestamp("2024-01-01T00:00:00Z") == timestamp("")',
  ])("refuses %s", (source) => {
    expect(language.parse(source).ok).toBe(false);
  });
});
