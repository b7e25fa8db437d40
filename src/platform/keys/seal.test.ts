import { describe, expect, test } from "vitest";
import { newKey, open, seal, SealBroken } from "./seal.ts";

describe("sealing", () => {
  const key = newKey();

  test("opens what was sealed, with the key that the header names", () => {
    const sealed = seal(key, "Siti Contoh", "accounts|name|1");
    expect(open([newKey(), key], sealed, "accounts|name|1").toString()).toBe("Siti Contoh");
  });

  test("refuses a value moved to another row", () => {
    const sealed = seal(key, "3273014512900001", "identifiers|nik|1");
    expect(() => open(key, sealed, "identifiers|nik|2")).toThrow(SealBroken);
  });

  test("refuses every single changed byte", () => {
    const sealed = seal(key, "x", "a|b|c");
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => open(key, changed, "a|b|c")).toThrow(SealBroken);
    }
  });

  test("refuses another key and never names the row in the error", () => {
    const sealed = seal(key, "x", "a|b|secret-row");
    expect(() => open(newKey(), sealed, "a|b|secret-row")).toThrow(/a\|b does not open/);
  });
});
