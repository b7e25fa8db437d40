import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.ts";
import { pinnedEnvironment } from "./check/pinned-path.ts";

type Sum = { readonly passed: number; readonly failed: number };
type Runner = { readonly name: string; readonly args: readonly string[]; readonly read: (report: never) => Sum };

const root = join(import.meta.dirname, "..");
const results = join(root, "test-results");

const vitest: Runner = {
  name: "vitest",
  args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${join(results, "vitest.json")}`],
  read: (report: { numPassedTests: number; numTotalTests: number }) => ({
    passed: report.numPassedTests,
    // A test that was skipped proved nothing, so it counts like one that failed.
    failed: report.numTotalTests - report.numPassedTests,
  }),
};

const playwright: Runner = {
  name: "playwright",
  args: ["test"],
  read: ({ stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) => {
    if (stats.flaky > 0) console.log(`${stats.flaky} passed at the second try only; playwright names them above.`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
  },
};

/** Runs one runner. What it reports counts; an end in error without a failed test, and a run of nothing, count as one. */
function run(runner: Runner): Sum {
  const report = join(results, `${runner.name}.json`);
  rmSync(report, { force: true });
  const program = join(root, "node_modules/.bin", runner.name);
  const { status } = spawnSync(program, runner.args, {
    cwd: root,
    env: pinnedEnvironment(root),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const sum = read(runner, report);
  if (sum.passed + sum.failed === 0) console.log(`${runner.name} ran no test.`);
  else if (status !== 0 && sum.failed === 0) console.log(`${runner.name} ended with an error outside of a test.`);
  else return sum;
  return { passed: sum.passed, failed: sum.failed + 1 };
}

function read(runner: Runner, report: string): Sum {
  try {
    return runner.read(JSON.parse(readFileSync(report, "utf8")) as never);
  } catch {
    return { passed: 0, failed: 0 };
  }
}

// `npm test`: the built product and every test there is. The last line is the sum of both runners.
await build();
const sums = (process.argv.includes("--e2e") ? [playwright] : [vitest, playwright]).map(run);
const passed = sums.reduce((total, sum) => total + sum.passed, 0);
const failed = sums.reduce((total, sum) => total + sum.failed, 0);
if (failed > 0) process.exitCode = 1;
console.log(`Tests: ${passed} passed, ${failed} failed`);
