import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const stamp = join(root, "dist/build.txt");

/** Builds the server and the browser's files into `dist` when a source changed since the last time. */
export async function build(): Promise<void> {
  const signature = signSources();
  if (readStamp() === signature) return;
  process.stdout.write("Building …\n");
  rmSync(stamp, { force: true });
  rmSync(join(root, "dist/server"), { recursive: true, force: true });
  compileServer();
  const { buildAssets } = await import("./build-assets.ts");
  await buildAssets();
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stamp, signature);
}

function compileServer(): void {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const args = [compiler, "-p", "tsconfig.build.json"];
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (result.status !== 0) throw new Error("The server could not be compiled; the compiler's message stands above.");
  // What is built imports what is built; the root's package.json leads to the sources.
  const own = { type: "module", imports: { "#jsx/*": "./jsx/*.js" } };
  writeFileSync(join(root, "dist/server/package.json"), JSON.stringify(own));
}

/** Names, sizes and times are enough, and reading them costs a few milliseconds. */
function signSources(): string {
  const hash = createHash("sha256");
  for (const path of ["src", "scripts", "package-lock.json", "tsconfig.json", "tsconfig.build.json"]) sign(path, hash);
  return hash.digest("hex");
}

function sign(path: string, hash: ReturnType<typeof createHash>): void {
  const stat = statSync(join(root, path));
  if (!stat.isDirectory()) {
    hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).toSorted()) sign(join(path, name), hash);
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stamp, "utf8");
  } catch {
    return undefined;
  }
}

if (import.meta.main) await build();
