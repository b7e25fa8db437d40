import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findPostgresBinaries } from "./embedded-binaries.ts";
import { findUnprivileged, listWays, systemPath } from "./unprivileged.ts";

const { initdb } = findPostgresBinaries();

test("at least one way passes a closed directory, and the first that does is taken", () => {
  const closed = mkdtempSync(join(tmpdir(), "daftar-closed-"));
  const data = join(closed, "data");
  mkdirSync(data, { mode: 0o700 });
  const way = findUnprivileged([initdb, closed]);
  way.own(data);
  const [program, ...args] = [...way.prefix, initdb, "-D", data, "-U", "postgres", "-A", "trust", "--no-sync"];
  const made = spawnSync(program, args, { encoding: "utf8", env: { PATH: systemPath } });
  rmSync(closed, { recursive: true, force: true });
  expect(made.stderr).not.toContain("error");
  expect(made.status).toBe(0);
});

test("no way leaves the process root", () => {
  for (const { prefix } of listWays()) {
    const [program, ...args] = [...prefix, "id", "-u"];
    const answer = spawnSync(program, args, { encoding: "utf8", env: { PATH: systemPath } });
    expect(answer.stdout.trim()).not.toBe("0");
  }
});

test("a path that nobody can run is no way at all", () => {
  expect(() => findUnprivileged(["/nonexistent/program"])).toThrow("set DATABASE_URL");
});
