import { expect, test } from "vitest";
import { bench } from "./bench.ts";
import { figureNames } from "./options.ts";

// What is asserted is that the measurement measures the right thing; how fast this machine is today is no test.
test.each(figureNames)(
  "%s answers rightly, on both sides, and gives a share",
  async (figure) => {
    const options = {
      figure,
      seconds: 1,
      json: true,
      connections: 4,
      drafts: 600,
      kill: false,
      rounds: 1,
      submits: 1,
      profile: undefined,
    };
    const result = await bench(options, () => undefined);
    expect(result).toMatchObject({ name: figure, errors: 0, connections: figure === "deadline" ? 2 : 4 });
    expect(result.share).toBeGreaterThan(0);
    expect(Number.isFinite(result.share)).toBe(true);
  },
  120_000,
);
