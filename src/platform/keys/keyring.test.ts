import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { blindIndex, nameIndexes } from "./blind-index.ts";
import { carryIndex, indexKeysFrom, indexUnder, newIndexKey } from "./index-keys.ts";
import { newWrappedKey, randomKeyring, readKeyring, unwrapKey } from "./keyring.ts";

describe("the keyring", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "keys-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("makes its files once, readable by their owner only, and reads the same keys again", () => {
    const first = readKeyring(folder, { create: true });
    const again = readKeyring(folder, { create: true });
    expect(again.pepper[0].id.equals(first.pepper[0].id)).toBe(true);
    expect(statSync(join(folder, "platform.key")).mode & 0o777).toBe(0o600);
  });

  test("refuses to start without its files where a database exists already", () => {
    expect(() => readKeyring(folder, { create: false })).toThrow(/ENOENT/);
  });

  test("wraps keys so that only the same context opens them", () => {
    const keyring = randomKeyring();
    const { key, wrapped } = newWrappedKey(keyring, "accounts|key|1");
    expect(unwrapKey(keyring, wrapped, "accounts|key|1").bytes.equals(key.bytes)).toBe(true);
    expect(() => unwrapKey(keyring, wrapped, "accounts|key|2")).toThrow();
  });

  test("gives another index for another purpose", () => {
    const keyring = randomKeyring();
    expect(blindIndex(keyring, "nik", "1").equals(blindIndex(keyring, "nik", "1"))).toBe(true);
    expect(blindIndex(keyring, "nik", "1").equals(blindIndex(keyring, "kk", "1"))).toBe(false);
  });

  test("carries an index from one key to another without the value", () => {
    const [present, next] = [newIndexKey("a"), newIndexKey("b")];
    const carried = carryIndex(indexUnder(present, "nik", "3171011705900001"), "nik", present, next);
    expect(carried).toEqual(indexUnder(next, "nik", "3171011705900001"));
    expect(carried).not.toEqual(carryIndex(indexUnder(present, "kk", "3171011705900001"), "kk", present, next));
  });

  test("refuses two index keys that would write the same column", () => {
    expect(() => indexKeysFrom([newIndexKey("b").bytes, newIndexKey("b").bytes])).toThrow(/same slot/);
  });

  test("finds a name by any of its words, without regard to case or accents", () => {
    const keyring = randomKeyring();
    const all = nameIndexes(keyring, "Siti Nur Contóh");
    expect(all).toEqual(expect.arrayContaining(nameIndexes(keyring, "CONTOH siti")));
  });
});
