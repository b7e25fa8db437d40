import { expect, test } from "vitest";
import { deviceWords } from "./devices.ts";

test.each([
  [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
    "Chrome di Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "Safari di iOS",
  ],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox di Windows"],
  ["", "Peramban tidak dikenal"],
])("%j is called %s", (agent, words) => {
  expect(deviceWords(agent, "id")).toBe(words);
});

test("what is no browser's name makes no words of its own", () => {
  for (const agent of ["\u0000", "()", "<script>alert(1)</script>", "a".repeat(10_000)]) {
    expect(deviceWords(agent, "en").length).toBeLessThan(80);
  }
});
