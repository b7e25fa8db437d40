import { join } from "node:path";
import { build } from "./build.ts";
import type * as Main from "../src/main.ts";

// `npm start`: builds when a source changed, then runs the built product in this same process, so that Ctrl-C and
// SIGTERM reach it without a middleman. Arguments are main's: a role or a command.
try {
  await build();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
const { main } = (await import(join(import.meta.dirname, "../dist/server/main.js"))) as typeof Main;
await main(process.argv.slice(2));
