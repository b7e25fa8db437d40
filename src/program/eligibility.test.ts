import { describe, expect, it } from "vitest";
import { programText, tennisClub } from "../../test/programs/compiled.ts";
import { toyRegions } from "../../test/programs/regions.ts";
import { compileProgram } from "./compile.ts";
import { walk } from "./journey.ts";
import { parseProgram } from "./parse.ts";
import { sampleApplication } from "./sample.ts";

const now = new Date("2026-11-21T02:00:00Z");

function parse(when: string) {
  const rule = `eligibility:\n  - { when: '${when}', stop: { id: Tidak dapat mendaftar., en: You cannot apply. } }\n`;
  return parseProgram(programText(tennisClub).replace("\ntasks:\n", `\n${rule}tasks:\n`));
}

function club(when: string) {
  const parsed = parse(when);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileProgram(parsed.program, { regions: toyRegions() });
}

describe("eligibility", () => {
  it("stops a person whom it names, at the step where the answer was given, and never lets it be complete", () => {
    const compiled = club('tingkat_main == "mahir"');
    const known = sampleApplication(compiled, now, 0, {});
    const way = walk(compiled, known);
    const tingkat = { ...known.typed["tingkat"], tingkat_main: "mahir", peringkat: "7" };
    const stopped = walk(compiled, { ...known, typed: { ...known.typed, tingkat } });
    expect(way.stops).toEqual([]);
    expect(way.complete).toBe(true);
    expect(stopped.stops).toEqual([
      { step: "tingkat", stop: { id: "Tidak dapat mendaftar.", en: "You cannot apply." } },
    ]);
    expect(stopped.complete).toBe(false);
    expect(stopped.steps.find(({ step }) => step.id === "tingkat")?.status).toBe("invalid");
    expect(stopped.tasks.some(({ status }) => status === "invalid")).toBe(true);
  });

  it("says nothing before all that it reads is known", () => {
    expect(walk(club('tingkat_main != "mahir"'), { typed: {}, documents: {}, now }).stops).toEqual([]);
  });

  it("is checked as other conditions are", () => {
    const messages = (when: string) => {
      const parsed = parse(when);
      return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
    };
    expect(messages('tingkat_main == "juara"')).toEqual(['tingkat_main has no option "juara"']);
    expect(messages("true")).toEqual(["reads no answer, so it is never asked"]);
    expect(messages("umur > 3").length).toBe(1);
  });
});
