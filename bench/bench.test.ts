import { expect, test } from "vitest";
import { bench } from "./bench.ts";
import { figureNames } from "./options.ts";

// What is asserted is that the measurement measures the right thing; how fast this machine is today is no test.
// The change of keys mostly waits; test/keys proves what it measures. Tickets have no floor.
const compared = figureNames.filter((name) => name !== "keys" && name !== "tickets");
const options = {
  seconds: 1,
  json: true,
  connections: 4,
  drafts: 600,
  people: 1_000,
  perMinute: 1_200,
  kill: false,
  rounds: 1,
  submits: 1,
  profile: undefined,
};

test.each(compared)(
  "%s answers rightly, on both sides, and gives a share",
  async (figure) => {
    const result = await bench({ ...options, figure }, () => undefined);
    expect(result).toMatchObject({ name: figure, errors: 0, connections: figure === "deadline" ? 2 : 4 });
    expect(result.share).toBeGreaterThan(0);
    expect(Number.isFinite(result.share)).toBe(true);
  },
  120_000,
);

test("tickets are all taken, each once, while somebody reads a page", async () => {
  const result = await bench({ ...options, figure: "tickets" }, () => undefined);
  expect(result).toMatchObject({ name: "tickets", errors: 0 });
  expect(result.p95_ms).toBeGreaterThan(0);
}, 120_000);
