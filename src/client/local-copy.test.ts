import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { localCopy } from "./local-copy.ts";

const own = "0b".repeat(32);
const place = "http://localhost/apply/1/steps/keluarga";

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  });
});
afterEach(() => void vi.unstubAllGlobals());

async function untilStored(): Promise<void> {
  await vi.waitFor(() => expect(stored.size).toBe(1));
}

test("keeps a text for a later page with the same key, and nothing of it in plain", async () => {
  localCopy(place, own).put("nama=Siti+Contoh");
  await untilStored();
  expect(JSON.stringify([...stored.values()])).not.toContain("Siti");
  expect(await localCopy(place, own).read()).toBe("nama=Siti+Contoh");
  expect(await localCopy(`${place}2`, own).read()).toBeUndefined();
});

test("opens for nobody else, and is no text when it was spoiled", async () => {
  localCopy(place, own).put("nama=Siti");
  await untilStored();
  expect(await localCopy(place, "0c".repeat(32)).read()).toBeUndefined();
  for (const [name, value] of stored) stored.set(name, value.slice(0, -2));
  expect(await localCopy(place, own).read()).toBeUndefined();
  for (const name of stored.keys()) stored.set(name, "");
  expect(await localCopy(place, own).read()).toBeUndefined();
});

test("forgets what was saved while it was being sealed", async () => {
  const copy = localCopy(place, own);
  copy.put("nama=Siti");
  copy.put(undefined);
  await new Promise((done) => setTimeout(done, 50));
  expect(stored.size).toBe(0);
  copy.put("nama=S");
  copy.put("nama=Si");
  await untilStored();
  expect(await copy.read()).toBe("nama=Si");
});

test("keeps nothing where there is no key or no storage, and harms nothing", async () => {
  localCopy(place, "").put("nama=Siti");
  await new Promise((done) => setTimeout(done, 50));
  expect(stored.size).toBe(0);
  vi.stubGlobal("sessionStorage", undefined);
  const copy = localCopy(place, own);
  copy.put("nama=Siti");
  copy.put(undefined);
  expect(await copy.read()).toBeUndefined();
});
