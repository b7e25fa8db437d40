import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { gates } from "./check/gates.ts";

// `npm run check`: every gate runs, so that one run shows all that is wrong.
const root = join(import.meta.dirname, "..");
const failed = gates.filter((gate) => {
  console.log(`\n— ${gate.name}`);
  const program = join(root, "node_modules/.bin", gate.program);
  return spawnSync(program, gate.args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status !== 0;
});
if (failed.length > 0) {
  console.log(`\nNot passed: ${failed.map((gate) => gate.name).join(", ")}.`);
  process.exitCode = 1;
} else {
  console.log(`\nAll ${gates.length} checks passed.`);
}
