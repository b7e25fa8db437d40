import { describe, expect, test } from "vitest";
import { readOptions } from "./options.ts";
import { median, percentile, summarise, type Slice } from "./result.ts";

describe("figures of a run", () => {
  test("a percentile is a value that occurred, by nearest rank", () => {
    const sorted = Array.from({ length: 200 }, (_, at) => at + 1);
    expect([0, 50, 99, 100].map((percent) => percentile(sorted, percent))).toEqual([1, 100, 198, 200]);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([], 50)).toBe(0);
  });

  test("a median ignores one loud slice", () => {
    expect(median([100, 4, 101])).toBe(100);
    expect(median([1, 4, 2, 3])).toBe(2.5);
    expect(median([])).toBe(0);
  });

  test("the line holds the share of the floor, the times of the application and every error", () => {
    const app = [slice(100, 1, [1, 2]), slice(300, 1, [3, 9], 1), slice(200, 1, [4, 5])];
    const floor = [slice(800, 2, [1]), slice(400, 1, [1], 2)];
    expect(summarise({ name: "page", connections: 32, lost: 4 }, app, floor)).toEqual({
      name: "page",
      app_per_s: 200,
      floor_per_s: 400,
      share: 0.5,
      p50_ms: 3,
      p99_ms: 9,
      errors: 7,
      seconds: 6,
      connections: 32,
    });
  });

  test("a floor that answered nothing gives a share of 0, never infinity", () => {
    expect(summarise({ name: "save", connections: 1, lost: 0 }, [slice(1, 1, [1])], [slice(0, 1, [])]).share).toBe(0);
  });
});

describe("the command line", () => {
  test("names one figure and may set the time", () => {
    expect(readOptions(["save", "--seconds", "4", "--json"])).toEqual({
      figure: "save",
      seconds: 4,
      json: true,
      connections: 32,
      drafts: 100_000,
      kill: false,
      rounds: 20,
      submits: 1_000,
      people: 100_000,
      perMinute: 500,
      profile: undefined,
    });
    expect(readOptions(["deadline", "--kill", "--rounds", "3"])).toMatchObject({
      kill: true,
      rounds: 3,
      drafts: 10_000,
    });
  });

  test.each([
    [[]],
    [["pages"]],
    [["page", "save"]],
    [["page", "--seconds", "many"]],
    [["page", "--seconds", "0"]],
    [["save", "--kill"]],
  ])("refuses %j", (args) => {
    expect(() => readOptions(args)).toThrow();
  });
});

function slice(answers: number, seconds: number, times: readonly number[], errors = 0): Slice {
  return { answers, seconds, times, errors };
}
