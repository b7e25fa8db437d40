import { expect, it } from "vitest";
import { npwpPribadi, programText } from "../../test/programs/compiled.ts";
import { parseProgram } from "./parse.ts";

function messages(from: string, to: string): string[] {
  const parsed = parseProgram(programText(npwpPribadi).replace(from, to));
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
}

it("compares with a source by default without turning anybody away", () => {
  const parsed = parseProgram(programText(npwpPribadi));
  expect(parsed.ok && parsed.program.checks).toMatchObject([
    { source: "dukcapil", when_different: "flag", when_not_found: "flag", when_unavailable: "later" },
  ]);
});

it("refuses facts that are no answers of the right type, and the same source twice", () => {
  expect(messages("nik: nik, kk: nomor_kk", "nik: nama, kk: nomor_kk")).toEqual([
    "must name a nik field that is asked once",
  ]);
  expect(messages("birth_date: tanggal_lahir }", "birth_date: tak_ada }")).toEqual([
    "must name a date field that is asked once",
  ]);
  expect(messages("checks:\n", "checks:\n  - { source: dukcapil, facts: { nik: nik } }\n")).toEqual([
    "dukcapil is asked twice",
  ]);
  expect(messages("source: dukcapil", "source: Dukcapil")).toEqual(["must be a name in small letters, as dukcapil"]);
});
