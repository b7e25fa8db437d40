import { createCipheriv, createDecipheriv, createSecretKey, hash, type KeyObject, randomBytes } from "node:crypto";

/**
 * One 256-bit AES key with the id by which sealed values name it. The id is the first
 * four bytes of the key's SHA-256, so it can be computed but says nothing about the key.
 */
export interface Key {
  readonly id: Buffer;
  readonly bytes: Buffer;
  /** The bytes made ready once: doing so for each value costs several times what opening a page does. */
  readonly prepared: KeyObject;
  /** Keys before this one, which open what they sealed until it is sealed anew. */
  readonly former?: readonly Key[];
}

const FORMAT = 1;
const ID = 4;
const NONCE = 12;
const TAG = 16;
const HEADER = 1 + ID + NONCE + TAG;

/** Makes a fresh random key. */
export function newKey(): Key {
  return keyFrom(randomBytes(32));
}

/** Wraps 32 raw bytes as a key. Throws when the length is wrong. */
export function keyFrom(bytes: Buffer): Key {
  if (bytes.length !== 32) throw new Error(`a key has 32 bytes, not ${bytes.length}`);
  return { id: hash("sha256", bytes, "buffer").subarray(0, ID), bytes, prepared: createSecretKey(bytes) };
}

/**
 * Seals a value with AES-256-GCM and a random 96-bit nonce. `context` (table|column|row id)
 * is authenticated with it, so that a ciphertext moved to another row does not open.
 * Layout: format(1) key id(4) nonce(12) tag(16) ciphertext.
 */
export function seal(key: Key, plain: Uint8Array | string, context: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key.prepared, nonce);
  cipher.setAAD(Buffer.from(context, "utf8"));
  const body = typeof plain === "string" ? cipher.update(plain, "utf8") : cipher.update(plain);
  const last = cipher.final();
  return Buffer.concat([Buffer.of(FORMAT), key.id, nonce, cipher.getAuthTag(), body, last]);
}

/**
 * Opens what `seal` made, with whichever of the given keys the header names. Throws
 * `SealBroken` when no key fits, the context differs or a byte was changed.
 */
export function open(keys: Key | readonly Key[], sealed: Uint8Array, context: string): Buffer {
  const all = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (all.length < HEADER || all[0] !== FORMAT) throw new SealBroken(context);
  const id = all.subarray(1, 1 + ID);
  const key = ("bytes" in keys ? [keys, ...(keys.former ?? [])] : keys).find((candidate) => candidate.id.equals(id));
  if (!key) throw new SealBroken(context);
  const decipher = createDecipheriv("aes-256-gcm", key.prepared, all.subarray(1 + ID, 1 + ID + NONCE));
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(all.subarray(1 + ID + NONCE, HEADER));
  try {
    return Buffer.concat([decipher.update(all.subarray(HEADER)), decipher.final()]);
  } catch (cause) {
    throw new SealBroken(context, cause);
  }
}

/** A sealed value did not open: wrong key, moved row or changed bytes. Tell the operator; never show it. */
export class SealBroken extends Error {
  constructor(context: string, cause?: unknown) {
    super(`the sealed value of ${context.split("|").slice(0, 2).join("|")} does not open`, { cause });
    this.name = "SealBroken";
  }
}
