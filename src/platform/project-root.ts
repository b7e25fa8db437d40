import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder with package-lock.json, migrations and programs, whether we run from `src` or from `dist/server`. */
export const projectRoot: string = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package-lock.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("package-lock.json was not found above the running program.");
  return findRoot(parent);
}
