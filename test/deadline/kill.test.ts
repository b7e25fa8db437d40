import { expect, test } from "vitest";
import { benchKill } from "../../bench/kill/rounds.ts";

// A smaller sitting of `npm run bench -- deadline --kill`: real processes, real SIGKILL, fsync on.
test("what was acknowledged is never lost and nothing is done twice, whoever is killed in the middle of the closing", async () => {
  const told: string[] = [];
  const result = await benchKill({ rounds: 3, drafts: 150, submits: 150 }, (line) => told.push(line));
  expect(result, told.join("\n")).toMatchObject({ rounds: 3, errors: 0 });
  expect(result.killed).toEqual({ worker: 1, web: 1, postgres: 1, postmaster: 0 });
}, 300_000);
