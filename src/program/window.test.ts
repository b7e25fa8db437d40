import { expect, it } from "vitest";
import { readProgram, tennisClub } from "../../test/programs/compiled.ts";
import { windowOf } from "./window.ts";

const { window } = readProgram(tennisClub);

it("keeps a program open for the whole of its last day, in western Indonesian time", () => {
  expect(windowOf(window)).toEqual({
    opens: new Date("2026-01-01T01:00:00Z"),
    closes: new Date("2026-12-31T17:00:00Z"),
  });
});

it("takes a moment as it is, and null for a program that does not close", () => {
  expect(windowOf({ ...window, closes: "2026-12-31T23:59+07:00" }).closes).toEqual(new Date("2026-12-31T16:59:00Z"));
  expect(windowOf({ ...window, closes: null }).closes).toBeNull();
});
