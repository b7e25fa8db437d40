import { expect, test } from "vitest";
import { remainingTime } from "./remaining-time.ts";

const minute = 60_000;
const hour = 60 * minute;

test("names the two largest units in the page's language", () => {
  expect(remainingTime(51 * hour + 5 * minute, "id")).toBe("2 hari 3 jam");
  expect(remainingTime(51 * hour, "en")).toBe("2 days 3 hours");
  expect(remainingTime(3 * minute + 20_000, "id")).toBe("3 menit 20 detik");
});

test("leaves a unit out that is zero", () => {
  expect(remainingTime(48 * hour + 5 * minute, "id")).toBe("2 hari");
  expect(remainingTime(hour, "en")).toBe("1 hour");
});

test("rounds up, so that the last second is still shown", () => {
  expect(remainingTime(1, "id")).toBe("1 detik");
});

test("says nothing when the time is over", () => {
  expect(remainingTime(0, "id")).toBeUndefined();
  expect(remainingTime(-5, "id")).toBeUndefined();
});
