import { delimiter, join } from "node:path";

/** The environment in which `node` is the pinned one, whoever started us and however. */
export function pinnedEnvironment(root: string): NodeJS.ProcessEnv {
  return { ...process.env, PATH: [join(root, "node_modules/.bin"), process.env["PATH"] ?? ""].join(delimiter) };
}
