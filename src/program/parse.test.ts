import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { npwpPribadi, programText, tennisClub } from "../../test/programs/compiled.ts";
import { toyRegions } from "../../test/programs/regions.ts";
import { compileProgram, contentHash } from "./compile.ts";
import { Program } from "./definition.ts";
import { parseProgram } from "./parse.ts";

const good = programText(tennisClub);

/** What is wrong with the toy program after one change, and on which line and column the change was made. */
function problemsAfter(find: string, replace: string) {
  const at = good.indexOf(find);
  if (at < 0) throw new Error(`the toy program has no ${find}`);
  const before = good.slice(0, at).split("\n");
  const parsed = parseProgram(good.replace(find, () => replace));
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, problems: parsed.ok ? [] : parsed.problems };
}

it.each([tennisClub, npwpPribadi])("accepts %s", (folder) => {
  expect(parseProgram(programText(folder))).toMatchObject({ ok: true });
});

describe("a wrong program file is refused with line, column and reason", () => {
  it.each([
    ["an unknown key", "identity: simple", "price: 5\nidentity: simple", "price is not a key"],
    ["an unknown key of a field", "max: 5000,", "most: 5000,", "most is not a key"],
    ["an unknown type of field", "type: year", "type: colour", "Invalid discriminator value"],
    ["a missing translation", "{ id: Diri, en: You }", "{ id: Diri }", "no English text"],
    ["a missing text", "title: { id: Diri, en: You }", "pages: []", "map keys are unique"],
    ["NUL in a text", "{ id: Diri, en: You }", '{ id: "Di\\0ri", en: You }', "a sign that no text has"],
    [
      "half a character in a text",
      "{ id: Diri, en: You }",
      '{ id: "Di\\uD800ri", en: You }',
      "a sign that no text has",
    ],
    ["an id used twice", "id: pos,", "id: nama,", "nama is used twice"],
    ["an id that is no name", "id: pos,", "id: Pos-1,", "snake_case"],
    ["an id that JavaScript owns", "id: pos,", "id: constructor,", "keeps for itself"],
    ["an unknown reason", "reasons: [salah]", "reasons: [benar]", "reason benar is not among"],
    [
      "an unknown name in a condition",
      'when: tingkat_main == "mahir",',
      "when: tingkatan == 1,",
      "Unknown variable: tingkatan",
    ],
    [
      "a wrong type in a condition",
      'when: tingkat_main == "mahir",',
      "when: tingkat_main == 1,",
      "no such overload: string == int",
    ],
    [
      "a condition that is no yes or no",
      'when: tingkat_main == "mahir",',
      "when: tingkat_main,",
      "must be true or false, but is string",
    ],
    ["a condition that cannot be read", 'when: tingkat_main == "mahir",', "when: tingkat_main ==,", ""],
    [
      "an option that does not exist",
      'when: tingkat_main == "mahir",',
      'when: tingkat_main == "mahirr",',
      'no option "mahirr"',
    ],
    [
      "a condition that can never hold",
      'when: tingkat_main == "mahir",',
      'when: tingkat_main == "mahir" && tingkat_main == "pemula",',
      "can never hold",
    ],
    ["a later answer", "when: answered(lahir) && age(lahir, window.closes) < 18", "when: sewa", "sewa is asked later"],
    [
      "a regular expression",
      'when: tingkat_main == "mahir",',
      'when: tingkat_main.matches("(a+)+"),',
      "no function matches",
    ],
    ["a loop", 'when: tingkat_main == "mahir",', 'when: "[1].all(x, x > 0)",', "no function all"],
    ["the present moment", 'when: tingkat_main == "mahir",', "when: now > lahir,", "Unknown variable: now"],
    [
      "a date of birth that is asked later",
      "matches_birth_date: lahir",
      "matches_birth_date: kk",
      "must name a date field",
    ],
    ["a number without a sequence", "{sequence:4}", "{year}", "must have {sequence} once"],
    ["a window that closes before it opens", 'closes: "2026-12-31"', 'closes: "2025-12-31"', "must be after opens"],
    ["a window that does not close, with grace", 'closes: "2026-12-31"', "closes: null", "at_close and grace"],
    ["a projection of specific data", "past: true, optional: true,", "past: true, data: specific,", "never projected"],
    ["a size without a unit", "max: 200 KiB", "max: 200", ""],
    ["an alias", "title: { id: Siapa Anda", "title: { id: *x", ""],
    ["a key given twice", "once_per: account", "once_per: account\nonce_per: person", "unique"],
    ["a tag", "id: Klub tenis", "id: !!js/function x", ""],
  ])("%s", (_what, find, replace, message) => {
    const { line, problems } = problemsAfter(find, replace);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(line - 1);
    expect(problems[0]?.line).toBeLessThanOrEqual(line + 1);
    expect(problems[0]?.column).toBeGreaterThan(0);
  });

  it("names the very place of an unknown key and of a name inside a condition", () => {
    const key = problemsAfter("max: 5000,", "most: 5000,");
    expect(key.problems[0]).toMatchObject({ line: key.line, column: key.column });
    const name = problemsAfter('tingkat_main == "mahir",', 'tingkat_main == "mahir" && tingkatan == 1,');
    expect(name.problems[0]).toMatchObject({
      line: name.line,
      column: name.column + 'tingkat_main == "mahir" && '.length,
    });
  });

  it("finds a page that nobody can reach, though its own condition could hold", () => {
    const { problems } = problemsAfter(
      'when: tingkat_main != ""\n    documents:',
      'when: sewa && tingkat_main == "pemula"\n    documents:',
    );
    expect(problems.map(({ message }) => message).join()).toContain("nobody can ever reach");
  });
});

describe("a hostile program file", () => {
  it.each([
    ["nothing", ""],
    ["a list", "- 1"],
    ["NUL", "\u0000"],
    ["deep brackets", "[".repeat(100_000)],
    ["deep braces", "{a: ".repeat(50_000)],
    ["deep indents", Array.from({ length: 700 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["deep list marks", "- ".repeat(100_000)],
    ["deep question marks", "? ".repeat(100_000)],
    [
      "an alias bomb",
      `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi".replaceAll(/./g, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
    ],
    ["too much", "a".repeat(600_000)],
    ["a long key", `${"a".repeat(500_000)}: 1`],
    ["many keys", Array.from({ length: 40_000 }, (_, at) => `k${at}: 1`).join("\n")],
    ["many anchors", "&a ".repeat(100_000)],
    ["many tags", "!a ".repeat(100_000)],
    ["many quotes", `"${'\\"'.repeat(200_000)}`],
    ["a merge key", "<<: {program: x}"],
    ["prototype keys", "__proto__: {program: x}\nconstructor: 1"],
    ["a deep condition", good.replace('tingkat_main == "mahir"', () => `${"(".repeat(200)}true${")".repeat(200)}`)],
    ["a long condition", good.replace('tingkat_main == "mahir"', () => `'${"true || ".repeat(100)}true'`)],
  ])("of %s is refused before the test's time is over", (_what, yaml) => {
    expect(parseProgram(yaml).ok).toBe(false);
  });

  it("with many choices and conditions over them is checked before the test's time is over", () => {
    const many = Array.from(
      { length: 30 },
      (_, at) => `          - { id: q${at}, type: yes_no, label: { id: Q, en: Q } }`,
    ).join("\n");
    const all = Array.from({ length: 30 }, (_, at) => `q${at}`).join(" && ");
    const page = (name: string, condition: string) =>
      `      - page: ${name}\n        title: { id: P, en: P }\n        when: ${condition}\n        fields:\n          - { id: f_${name}, type: yes_no, label: { id: Q, en: Q } }\n`;
    const pages = Array.from({ length: 40 }, (_, at) => page(`p${at}`, `"!(${all})"`)).join("");
    const yaml = good.replace(
      "  - task: bermain",
      () =>
        `  - task: banyak\n    title: { id: B, en: B }\n    pages:\n      - page: semua\n        title: { id: S, en: S }\n        fields:\n${many}\n${pages}  - task: bermain`,
    );
    expect(parseProgram(yaml)).toMatchObject({ ok: true });
  });
});

it("never throws on a program file that was damaged anywhere", () => {
  const pieces = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom("\n", "  ", "{", "]", "- ", "null", "when: ", "&a ", '"', "!x ", "id: id"),
  );
  const damage = fc.record({ at: fc.nat({ max: good.length }), cut: fc.nat({ max: 40 }), piece: pieces });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const damaged = damages.reduce(
        (text, { at, cut, piece }) => text.slice(0, at) + piece + text.slice(at + cut),
        good,
      );
      const parsed = parseProgram(damaged);
      if (parsed.ok) return;
      expect(parsed.problems.length).toBeGreaterThan(0);
      for (const { line, column } of parsed.problems) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

describe("the content hash", () => {
  it("does not depend on the order of keys, but on every text", () => {
    const parsed = parseProgram(good);
    if (!parsed.ok) throw new Error("the toy program is wrong");
    const { program, ...rest } = parsed.program;
    expect(contentHash({ ...rest, program })).toBe(contentHash(parsed.program));
    expect(contentHash({ ...parsed.program, title: { id: "Klub", en: "Club" } })).not.toBe(contentHash(parsed.program));
    expect(contentHash(Program.parse(JSON.parse(JSON.stringify(parsed.program))))).toBe(contentHash(parsed.program));
  });

  it("is not given to a program that the check would refuse", () => {
    const parsed = parseProgram(good);
    if (!parsed.ok) throw new Error("the toy program is wrong");
    const number = { pattern: "X", given: "accept", kind: "fast" } as const;
    const wrong = { ...parsed.program, number };
    expect(() => compileProgram(wrong, { regions: toyRegions() })).toThrow("must have {sequence} once");
  });
});
