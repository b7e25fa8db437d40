import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSources } from "./read-sources.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sources-"));
  writeFileSync(join(folder, "dukcapil.secret"), "sixteen characters at least\n");
  writeFileSync(join(folder, "short.secret"), "short");
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(dukcapil: object) {
  const file = join(folder, "sources.json");
  writeFileSync(file, JSON.stringify({ dukcapil }));
  return readSources(file, folder);
}

const good = { url: "https://sumber.contoh.example/nik", secret: "dukcapil.secret", daily_budget: 1000 };

it("reads where a source answers, with its secret from the key folder", () => {
  expect(read(good)["dukcapil"]).toMatchObject({
    url: good.url,
    secret: "sixteen characters at least",
    dailyBudget: 1000,
    timeoutMs: 3000,
  });
});

it.each([
  ["a secret in the file itself", { ...good, secret: "../../etc/passwd" }, "must be the name of a file"],
  ["a secret anyone guesses", { ...good, secret: "short.secret" }, "shorter than 16"],
  ["an address that anybody reads on the way", { ...good, url: "http://sumber.contoh.example/" }, "must be https"],
  ["no budget", { ...good, daily_budget: undefined }, "daily_budget"],
  ["an unknown setting", { ...good, budget: 4 }, "budget"],
])("refuses %s, and says so", (_what, entry, problem) => {
  expect(() => read(entry)).toThrow(problem);
});
