import { expect, test } from "vitest";
import { clockOf, hoursOf } from "./clock.ts";

const asked = new Date("2026-11-20T09:00:00.000Z");

function after(time: string): Date {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return new Date(asked.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000);
}

test.each([
  ["0:00:00", "calm", 72],
  ["47:59:59", "calm", 24],
  ["48:00:00", "pressing", 24],
  ["71:59:59", "pressing", 0],
  ["72:00:00", "pressing", 0],
  ["72:00:01", "overdue", 1],
  ["96:00:00", "overdue", 24],
])("at %s after receipt a request is %s, with %i hours to tell", (time, urgency, hours) => {
  const state = clockOf(asked, after(time));
  expect(state.urgency).toBe(urgency);
  expect(hoursOf(state)).toBe(hours);
});

test("the clock runs through a weekend: Friday evening is due on Monday evening", () => {
  const friday = new Date("2026-11-20T19:30:00+07:00");
  expect(friday.getUTCDay()).toBe(5);
  const { dueAt } = clockOf(friday, friday);
  expect(dueAt.toISOString()).toBe(new Date("2026-11-23T19:30:00+07:00").toISOString());
  expect(dueAt.getUTCDay()).toBe(1);
});
