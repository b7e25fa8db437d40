// Brings what the next script needs: packages, the pinned Node, and with --chromium a browser for the tests.
// Plain JavaScript and Node's own modules only: it runs before anything is installed, under Node 20 or later.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const root = join(import.meta.dirname, "..");

if (!arePackagesCurrent()) installPackages();
if (!isNodeThere()) {
  fail(
    "The pinned Node is missing although packages are installed: its install script did not run.\n" +
      "Allow install scripts (npm config set ignore-scripts false), remove node_modules and start again.",
  );
}
if (process.argv.includes("--chromium")) bringChromium();

/** Whether what stands in node_modules is what the lock file names; packages for other systems may be missing. */
function arePackagesCurrent() {
  const installed = readPackages(join(root, "node_modules/.package-lock.json"));
  if (!installed) return false;
  const wanted = Object.entries(readPackages(join(root, "package-lock.json")) ?? {}).filter(([path]) => path !== "");
  return wanted.every(([path, entry]) => {
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional === true || entry.devOptional === true;
  });
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}

function installPackages() {
  say("Installing packages (only at the first start and after changes) …");
  // Started by npm, the same npm is used again; otherwise the one on the path.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];
  const done = npm?.endsWith(".js") ? run(process.execPath, [npm, ...args]) : run("npm", args);
  if (!done) fail("npm could not install the packages; its message stands above.");
}

function isNodeThere() {
  const wanted = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies.node;
  const binary = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
  const answer = spawnSync(binary, ["--version"], { encoding: "utf8" });
  return answer.error === undefined && answer.stdout.trim() === `v${wanted}`;
}

function bringChromium() {
  if (findChromium()) return;
  const install = "apt-get install --yes --no-install-recommends";
  // Older Debians have the whole browser only.
  const command = `apt-get update && (${install} chromium-headless-shell || ${install} chromium)`;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    say("Installing Chromium for the browser tests …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    if (run("sh", ["-c", command], env) && findChromium()) return;
  }
  fail(
    "The browser tests need Chromium, and there is none. Install it, on Debian with:\n" +
      `  sudo sh -c '${command}'\n` +
      "or set CHROMIUM_PATH to the program.",
  );
}

function findChromium() {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH);
  const folders = (process.env.PATH ?? "").split(delimiter);
  return ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"].some((name) =>
    [...folders, "/usr/bin"].some((folder) => existsSync(join(folder, name))),
  );
}

function run(program, args, env = process.env) {
  return spawnSync(program, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
