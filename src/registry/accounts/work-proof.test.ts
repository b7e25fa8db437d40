import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { describe, expect, test } from "vitest";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { provesWork, setWork, type Effort } from "./work-proof.ts";

const keyring = randomKeyring();
const soon = () => Date.now() + 3_600_000;

/** What a browser sends when it has done the work. */
async function solved(work: string): Promise<{ challenge: Challenge; solution: { counter: number } }> {
  const challenge = JSON.parse(work) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("the work could not be done");
  return { challenge, solution };
}

async function set(ticket = "tiket", effort: Effort = "light"): Promise<string> {
  return setWork(keyring, ticket, soon(), effort);
}

describe("work that a browser does for its person", () => {
  test("is proved by the answer, for its own ticket", async () => {
    const proof = JSON.stringify(await solved(await set()));
    expect(await provesWork(keyring, "tiket", proof)).toBe(true);
    expect(await provesWork(keyring, "lain", proof)).toBe(false);
    expect(await provesWork(randomKeyring(), "tiket", proof)).toBe(false);
  });

  test("is not proved by work that is too old, not done, or of one's own making", async () => {
    const old = await solved(await setWork(keyring, "tiket", Date.now() - 2_000, "light"));
    expect(await provesWork(keyring, "tiket", JSON.stringify(old))).toBe(false);

    const done = await solved(await set());
    const lazy = { ...done, solution: { counter: 1, derivedKey: "00".repeat(32) } };
    expect(await provesWork(keyring, "tiket", JSON.stringify(lazy))).toBe(false);
    // Easier than it was set: the signature does not fit any more.
    const { keySignature: _gone, ...unsigned } = done.challenge.parameters;
    for (const parameters of [
      { ...done.challenge.parameters, keyPrefix: "00" },
      { ...done.challenge.parameters, cost: 1 },
      { ...done.challenge.parameters, data: { ticket: "lain" } },
      unsigned,
    ]) {
      const own = { ...done, challenge: { ...done.challenge, parameters } };
      expect(await provesWork(keyring, "tiket", JSON.stringify(own))).toBe(false);
      expect(await provesWork(keyring, "lain", JSON.stringify(own))).toBe(false);
    }
  });

  test.each([
    "",
    "{}",
    "null",
    "[]",
    "\u0000",
    '{"challenge":null}',
    "x".repeat(5_000),
    '{"challenge":{"parameters":{}}}',
  ])("is not proved by %j, and nothing breaks", async (proof) => {
    expect(await provesWork(keyring, "tiket", proof)).toBe(false);
  });

  test("grows with the risk, and keeps within what a person waits for", async () => {
    const counters = { light: 0, raised: 0 };
    for (const effort of ["light", "raised"] as const) {
      const { solution } = await solved(await set("tiket", effort));
      counters[effort] = solution.counter;
    }
    expect(counters.light).toBeGreaterThanOrEqual(500);
    expect(counters.light).toBeLessThan(1_000);
    expect(counters.raised).toBeGreaterThanOrEqual(2_000);
    expect(counters.raised).toBeLessThan(4_000);
  });
});
