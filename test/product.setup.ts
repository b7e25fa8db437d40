import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Starts the built product as a person would, with a data folder of its own, for all browser tests of a run. Tests find
 * it at Playwright's baseURL and its data folder in E2E_DATA_DIR. It must also end well: exit code 0 after SIGTERM.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const url = process.env["E2E_URL"];
  if (!url) throw new Error("E2E_URL is set by playwright.config.ts.");
  const dataDir = await mkdtemp(join(tmpdir(), "daftar-e2e-"));
  process.env["E2E_DATA_DIR"] = dataDir;
  const product = spawn(process.execPath, [join(import.meta.dirname, "../scripts/start.ts")], {
    env: {
      PATH: process.env["PATH"],
      HOME: dataDir,
      DATA_DIR: dataDir,
      PORT: new URL(url).port,
      // Off in the product; the stories walk their pages as well.
      SECURITY_QUESTIONS: "true",
      LOG_LEVEL: process.env["E2E_LOG_LEVEL"] ?? "warn",
    },
    // Its own group: Ctrl-C reaches the tests first, and these end it in order.
    detached: true,
    stdio: ["ignore", process.env["E2E_LOG_LEVEL"] ? "inherit" : "ignore", "inherit"],
  });
  const exit = new Promise<number | null>((done) => product.once("exit", done));
  await waitUntilReady(`${url}/health/ready`, product);
  return async () => {
    product.kill("SIGTERM");
    const code = await exit;
    await rm(dataDir, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The product did not end well: exit code ${code}.`);
  };
}

async function waitUntilReady(url: string, product: ChildProcess): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (product.exitCode !== null) throw new Error("The product ended at its start; its message stands above.");
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  product.kill("SIGKILL");
  throw new Error(`The product was not ready within two minutes (${url}).`);
}
