import { expect, test } from "vitest";
import { closing } from "./closing.ts";

test("what was opened last ends first, each once, and a failure holds nobody up", async () => {
  const seen: string[] = [];
  const ends = closing((name, error) => seen.push(`${name} failed: ${String(error)}`));
  ends.add("database", () => void seen.push("database"));
  ends.add("pool", () => Promise.reject(new Error("stuck")));
  ends.add("server", () => void seen.push("server"));
  await Promise.all([ends.close(), ends.close()]);
  expect(seen).toEqual(["server", "pool failed: Error: stuck", "database"]);
});
