import { describe, expect, test } from "vitest";
import { fixedClock } from "../../platform/clock.ts";
import type { ListedProgram } from "../../registry/programs/catalog.ts";
import { sayIn } from "../../texts/texts.ts";
import { windowWords } from "./window-words.ts";

const DAY = 86_400_000;
const closesAt = new Date("2026-12-31T16:59:00Z");
const visit = { say: sayIn("id"), language: "id" } as const;
const open = { state: "open", closesAt, institution: { zone: "Asia/Jakarta" } } as ListedProgram;

describe("a window in words", () => {
  test("counts down in the last week, redder at its end, by the days of the institution's calendar", () => {
    const clock = fixedClock(new Date("2026-12-23T17:30:00Z"));
    const said = Array.from({ length: 8 }, () => {
      const { tag } = windowWords(open, visit, clock.now());
      clock.move(DAY);
      return `${tag.text} (${tag.tone})`;
    });
    expect(said).toEqual([
      "Tutup 7 hari lagi (warn)",
      "Tutup 6 hari lagi (warn)",
      "Tutup 5 hari lagi (warn)",
      "Tutup 4 hari lagi (warn)",
      "Tutup 3 hari lagi (warn)",
      "Tutup 2 hari lagi (bad)",
      "Tutup besok (bad)",
      "Tutup hari ini (bad)",
    ]);
  });

  test("only says that it is open before, with the day and hour of the closing", () => {
    const words = windowWords(open, visit, new Date("2026-12-01T00:00:00Z"));
    expect(words).toEqual({ tag: { text: "Dibuka", tone: "good" }, when: "Tutup 31 Des 2026, 23.59 WIB" });
  });

  test("never counts below today when the clock here is behind the database's", () => {
    expect(windowWords(open, visit, new Date("2027-01-03T00:00:00Z")).tag.text).toBe("Tutup hari ini");
  });
});
