import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notices } from "./notices.ts";

test("THIRD-PARTY-NOTICES.md is what the lock file asks for; run `npm run notices` when it is not", () => {
  expect(readFileSync(join(import.meta.dirname, "../THIRD-PARTY-NOTICES.md"), "utf8")).toBe(notices());
});

test("no package that runs is under a licence that asks for the whole service", () => {
  expect(notices()).not.toMatch(/\| (?:A?GPL|SSPL|BUSL)[\w.-]* \|/);
});
