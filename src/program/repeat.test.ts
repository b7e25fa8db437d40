import { describe, expect, it } from "vitest";
import { toyRegions } from "../../test/programs/regions.ts";
import { programText, tennisClub } from "../../test/programs/compiled.ts";
import type { Typed } from "./answers.ts";
import { compileProgram } from "./compile.ts";
import { editable, mayChange, withChanges } from "./corrections.ts";
import { type JourneyState, projections, showAnswer, walk } from "./journey.ts";
import { parseProgram } from "./parse.ts";
import { itemNumbers, nextItem, readItemKey } from "./repeat.ts";
import { sampleApplication } from "./sample.ts";

const now = new Date("2026-11-21T02:00:00Z");

/** The tennis club with a page of earlier clubs, between `min` and 3 times. */
function text(min: number, change: (text: string) => string = (same) => same): string {
  const page = `
      - page: klub_lama
        title: { id: Klub sebelumnya, en: Earlier clubs }
        repeat: { min: ${min}, max: 3, item: { id: Klub, en: Club } }
        fields:
          - { id: nama_klub, type: text, max_length: 40, label: { id: Nama klub, en: Name of the club } }
          - { id: pernah_juara, type: yes_no, label: { id: Pernah juara?, en: Ever champion? } }
          - { id: tahun_juara, type: year, when: pernah_juara, label: { id: Tahun juara, en: Year of the title } }
`;
  return change(programText(tennisClub).replace(/\n {4}pages:\n/, (found) => `${found}${page.slice(1)}`));
}

function compiled(min: number) {
  const parsed = parseProgram(text(min));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileProgram(parsed.program, { regions: toyRegions() });
}

function problems(change: (text: string) => string): string[] {
  const parsed = parseProgram(text(0, change));
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
}

function state(typed: Typed): JourneyState {
  return { typed, documents: {}, now };
}

function statusOf(min: number, typed: Typed): string | undefined {
  return walk(compiled(min), state(typed)).steps.find(({ step }) => step.id === "klub_lama")?.status;
}

const never = { nama_klub: "Klub Satu", pernah_juara: "no" };
const champion = { nama_klub: "Klub Dua", pernah_juara: "yes", tahun_juara: "2019" };

describe("a repeated page", () => {
  it("is done with enough items, or once it was gone past where none are needed", () => {
    expect(statusOf(0, {})).toBe("todo");
    expect(statusOf(0, { klub_lama: {} })).toBe("done");
    expect(statusOf(0, { "klub_lama#1": never })).toBe("done");
    expect(statusOf(2, { "klub_lama#1": never })).toBe("todo");
    expect(statusOf(2, { "klub_lama#1": never, klub_lama: {} })).toBe("invalid");
    expect(statusOf(2, { "klub_lama#1": never, "klub_lama#4": champion })).toBe("done");
  });

  it("is not right with a wrong item or too many", () => {
    expect(statusOf(0, { "klub_lama#1": {} })).toBe("invalid");
    const four = Object.fromEntries([1, 2, 3, 4].map((item) => [`klub_lama#${item}`, never]));
    expect(statusOf(0, four)).toBe("invalid");
  });

  it("reads conditions of an item in that item, and knows its answers by its number", () => {
    const typed = { "klub_lama#1": never, "klub_lama#2": { ...champion, tahun_juara: "" } };
    const way = walk(compiled(0), state(typed));
    expect(way.errors).toEqual({
      "klub_lama#2": [{ field: "tahun_juara", id: "tahun_juara", code: "required", params: {} }],
    });
    const right = walk(compiled(0), state({ "klub_lama#1": never, "klub_lama#2": champion }));
    expect(right.answers).toMatchObject({ "nama_klub#1": "Klub Satu", "tahun_juara#2": 2019 });
    expect(right.answers).not.toHaveProperty("nama_klub");
    expect(right.answers).not.toHaveProperty("tahun_juara#1");
    expect(showAnswer(compiled(0), "nama_klub#2", right.answers, "id")).toBe("Klub Dua");
    expect(showAnswer(compiled(0), "nama_klub", right.answers, "id")).toBe("Klub Satu; Klub Dua");
    expect(showAnswer(compiled(0), "tahun_juara", right.answers, "id")).toBe("2019");
    expect(Object.keys(projections(compiled(0), right.answers)).filter((id) => id.includes("klub"))).toEqual([]);
  });

  it("keeps the numbers of its items, and gives a new one the next", () => {
    const typed = { klub_lama: {}, "klub_lama#2": never, "klub_lama#10": never, "klub_lama#0": never, "lain#1": never };
    expect(itemNumbers(typed, "klub_lama")).toEqual([2, 10]);
    expect(nextItem(typed, "klub_lama")).toBe(11);
    expect(nextItem({ "klub_lama#999": never }, "klub_lama")).toBeUndefined();
    expect(["a#1", "a#01", "a#1000", "a#-1", "a", "a#1#2"].map((key) => readItemKey(key).item)).toEqual([
      1,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("is filled by samples", () => {
    const club = compiled(2);
    expect(walk(club, sampleApplication(club, now)).complete).toBe(true);
  });
});

describe("after a return", () => {
  const club = compiled(1);
  const before = sampleApplication(club, now, 0, { "klub_lama#1": never });

  it("a mark on an answer in an item opens that item only", () => {
    const open = editable(club, ["nama_klub#1"], before, before);
    expect(open).toEqual(new Set(["klub_lama", "klub_lama#1"]));
    expect(mayChange(open, "klub_lama", 1)).toBe(true);
    expect(mayChange(open, "klub_lama", 2)).toBe(false);
    const after = { ...before, typed: { ...before.typed, "klub_lama#1": champion, "klub_lama#2": champion } };
    const kept = withChanges(open, before, after);
    expect(kept.typed["klub_lama#1"]).toEqual(champion);
    expect(kept.typed).not.toHaveProperty("klub_lama#2");
  });

  it("a mark on the page opens every item and lets items come and go", () => {
    const open = editable(club, ["klub_lama"], before, before);
    expect(mayChange(open, "klub_lama", 7)).toBe(true);
    const { "klub_lama#1": _, ...rest } = before.typed;
    expect(withChanges(open, before, { ...before, typed: rest }).typed).not.toHaveProperty("klub_lama#1");
  });
});

describe("the check of a program", () => {
  it("refuses conditions outside that read an answer in items", () => {
    const change = (file: string): string => file.replace(/when: answered\(lahir\)[^\n]*/, "when: pernah_juara");
    expect(problems(change)).toEqual([expect.stringContaining("is asked in each item of a repeated page")]);
  });

  it("refuses projections, known values and limits that exclude each other", () => {
    expect(problems((file) => file.replace("type: year, when", "type: year, project: value, when"))).not.toEqual([]);
    expect(
      problems((file) => file.replace("type: text, max_length: 40", "type: text, max_length: 40, from: account.name")),
    ).toEqual(["items of a repeated page begin empty"]);
    expect(problems((file) => file.replace("min: 0, max: 3", "min: 4, max: 3"))).toEqual(["min is above max"]);
  });
});
