import { createCipheriv, createDecipheriv, createSecretKey, hash, hkdfSync, type KeyObject } from "node:crypto";
import { keyFrom, newKey, type Key } from "./seal.ts";

/** Which of the two columns of an index a key writes: `blind_index` or `blind_index_b`. */
export type Slot = "a" | "b";

/** Keys of blind indexes: what is looked for is looked for by the first, what is written is written under all. */
export type IndexKeys = readonly [Key, ...Key[]];

/** The column that a key writes, told by its id: two keys that are in use together are never of the same slot. */
export function slotOf(key: Key): Slot {
  return (key.id[0] ?? 0) & 1 ? "b" : "a";
}

/** A fresh random key for one of the columns. */
export function newIndexKey(slot: Slot): Key {
  for (;;) {
    const key = newKey();
    if (slotOf(key) === slot) return key;
  }
}

/** The keys of a file. Throws when two of them would write the same column. */
export function indexKeysFrom([first, ...more]: readonly [Buffer, ...Buffer[]]): IndexKeys {
  const keys: IndexKeys = [keyFrom(first), ...more.map(keyFrom)];
  if (new Set(keys.map(slotOf)).size < keys.length) throw new Error("two index keys are of the same slot");
  return keys;
}

/**
 * The index of a value under one key, 32 bytes: its SHA-256, and both halves of it encrypted with AES-256 under a key of
 * its own for each purpose. Without the key it says nothing, as an HMAC does; with two keys it can be carried from one to
 * the other (`carryIndex`) without anybody knowing the value.
 */
export function indexUnder(key: Key, purpose: string, value: string): Buffer {
  return encrypt(purposeKey(key, purpose), hash("sha256", value, "buffer"));
}

/** The index under `next` of the value that has this index under `present`. */
export function carryIndex(index: Uint8Array, purpose: string, present: Key, next: Key): Buffer {
  const decipher = createDecipheriv("aes-256-ecb", purposeKey(present, purpose), null).setAutoPadding(false);
  return encrypt(purposeKey(next, purpose), Buffer.concat([decipher.update(index), decipher.final()]));
}

function encrypt(key: KeyObject, block: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}

const derived = new WeakMap<Key, Map<string, KeyObject>>();
// There is a purpose for each program with subscribers.
const MOST = 10_000;

function purposeKey(key: Key, purpose: string): KeyObject {
  const known = derived.get(key) ?? new Map<string, KeyObject>();
  derived.set(key, known);
  let made = known.get(purpose);
  if (!made) {
    made = createSecretKey(Buffer.from(hkdfSync("sha256", key.bytes, Buffer.alloc(0), `daftar index ${purpose}`, 32)));
    if (known.size >= MOST) known.clear();
    known.set(purpose, made);
  }
  return made;
}
