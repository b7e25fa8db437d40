import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gates } from "../../scripts/check/gates.ts";
import { badFiles, goodFiles } from "./bad-files.ts";

// A house of its own with our configuration and only these files: the gates must find all of the bad and none of the good.
const root = join(import.meta.dirname, "../..");
const house = mkdtempSync(join(tmpdir(), "daftar-gates-"));
const reports = new Map<string, { failed: boolean; output: string }>();

beforeAll(() => {
  for (const name of [".oxlintrc.json", ".oxfmtrc.json", "tsconfig.json", "tsconfig.client.json", "package.json"]) {
    cpSync(join(root, name), join(house, name));
  }
  write("knip.json", JSON.stringify({ entry: ["src/main.ts"], project: ["src/**/*.ts"] }));
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  for (const { path, text } of [...badFiles, ...goodFiles]) write(path, text);
  for (const gate of gates) {
    const extra = gate.program === "oxlint" ? ["--format=unix"] : [];
    const program = join(house, "node_modules/.bin", gate.program);
    const run = spawnSync(program, [...gate.args, ...extra], { cwd: house, encoding: "utf8" });
    reports.set(gate.name, { failed: run.status !== 0, output: `${run.stdout}${run.stderr}` });
  }
}, 60_000);
afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each(gates)("the gate “$name” fails on the bad house", ({ name }) => {
  expect(reports.get(name)?.failed).toBe(true);
});

test.each(badFiles)("$path is caught for $mark", ({ gate, path, mark }) => {
  const lines = (reports.get(gate)?.output ?? "").split("\n").filter((line) => line.includes(path));
  expect(lines.join("\n")).toContain(mark);
});

test.each(goodFiles)("$path passes every gate", ({ path }) => {
  for (const { output } of reports.values()) expect(output).not.toContain(path);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}
