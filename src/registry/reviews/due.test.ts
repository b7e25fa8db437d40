import { expect, test } from "vitest";
import { dueAt } from "./due.ts";

const none: ReadonlySet<string> = new Set();

test("a working day later is the same time tomorrow, and Monday after a Friday", () => {
  expect(dueAt(new Date("2026-11-18T03:00:00Z"), 1, "Asia/Jakarta", none).toISOString()).toBe(
    "2026-11-19T03:00:00.000Z",
  );
  expect(dueAt(new Date("2026-11-20T03:00:00Z"), 1, "Asia/Jakarta", none).toISOString()).toBe(
    "2026-11-23T03:00:00.000Z",
  );
  expect(dueAt(new Date("2026-11-20T03:00:00Z"), 6, "Asia/Jakarta", none).toISOString()).toBe(
    "2026-11-30T03:00:00.000Z",
  );
});

test("what comes in on a weekend counts from Monday", () => {
  expect(dueAt(new Date("2026-11-21T03:00:00Z"), 1, "Asia/Jakarta", none).toISOString()).toBe(
    "2026-11-24T03:00:00.000Z",
  );
});

test("the weekend is that of the institution's zone", () => {
  const lateFriday = new Date("2026-11-20T16:00:00Z");
  expect(dueAt(lateFriday, 0, "Asia/Jakarta", none).toISOString()).toBe("2026-11-20T16:00:00.000Z");
  expect(dueAt(lateFriday, 0, "Asia/Jayapura", none).toISOString()).toBe("2026-11-22T16:00:00.000Z");
});

test("a holiday is no working day, by the calendar of the institution's zone", () => {
  const holidays = new Set(["2026-12-25"]);
  expect(dueAt(new Date("2026-12-24T03:00:00Z"), 1, "Asia/Jakarta", holidays).toISOString()).toBe(
    "2026-12-28T03:00:00.000Z",
  );
  const lateThursday = new Date("2026-12-24T16:00:00Z");
  expect(dueAt(lateThursday, 0, "Asia/Jakarta", holidays)).toEqual(lateThursday);
  expect(dueAt(lateThursday, 0, "Asia/Jayapura", holidays).toISOString()).toBe("2026-12-27T16:00:00.000Z");
});
