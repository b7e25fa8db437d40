import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Embedded, startEmbedded } from "../../src/platform/db/embedded.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { readKeyring } from "../../src/platform/keys/keyring.ts";
import { rules } from "../../src/registry/accounts/rules.ts";

// A database of its own, which is killed.
const folder = mkdtempSync(join(tmpdir(), "daftar-guesses-"));
const dataDir = join(folder, "postgres");
const told: string[] = [];
let postgres: Embedded;
beforeAll(async () => {
  postgres = await startEmbedded({ dataDir, report: (what) => told.push(what) });
  await migrate(postgres.url);
  readKeyring(join(folder, "keys"), { create: true });
}, 120_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process that guesses until it is refused; says how many guesses went through. */
async function guess(): Promise<{ passed: number; kill(): Promise<void> }> {
  const file = join(import.meta.dirname, "guessing-process.ts");
  const child = spawn(process.execPath, [file, postgres.url, join(folder, "keys")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  return {
    passed: Number(said.toString()),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

test("guesses are counted on after a kill -9 of the process that counted them, and of PostgreSQL", async () => {
  const first = await guess();
  expect(first.passed).toBe(rules.login.free);
  await first.kill();
  const second = await guess();
  expect(second.passed).toBe(0);
  const postmaster = Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(postmaster, "SIGKILL");
  await second.kill();
  await vi.waitFor(() => expect(told).toContain("PostgreSQL runs again"), { timeout: 60_000 });
  const third = await guess();
  expect(third.passed).toBe(0);
  await third.kill();
}, 180_000);
