import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pinnedEnvironment } from "./check/pinned-path.ts";
import { gates } from "./check/gates.ts";

// `npm run check`: every gate runs, so that one run shows all that is wrong.
const root = join(import.meta.dirname, "..");
const failed = gates.filter((gate) => {
  console.log(`\n— ${gate.name}`);
  const program = join(root, "node_modules/.bin", gate.program);
  const env = pinnedEnvironment(root);
  return spawnSync(program, gate.args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] }).status !== 0;
});
if (failed.length > 0) {
  console.log(`\nNot passed: ${failed.map((gate) => gate.name).join(", ")}.`);
  process.exitCode = 1;
} else {
  console.log(`\nAll ${gates.length} checks passed.`);
}
