import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keyFrom, newKey, open, seal, type Key } from "./seal.ts";

/**
 * The secrets that live outside the database, each with one purpose: `platform` wraps the keys of
 * accounts and institutions (the first seals, all open), `index` makes blind indexes, `pepper` is
 * mixed into passwords before hashing, `signing` signs form tokens and challenges, `audit` is the
 * seed of the Ed25519 key that signs the sealed record.
 */
export interface Keyring {
  readonly platform: readonly [Key, ...Key[]];
  readonly index: Buffer;
  readonly pepper: Buffer;
  readonly signing: Buffer;
  readonly audit: Buffer;
}

const names = ["platform", "index", "pepper", "signing", "audit"] as const;

/**
 * Reads the key files of a folder, base64url, mode 0600. With `create`, missing ones are made at
 * random; without it (an existing database), a missing file is an error, since a new key would
 * silently make every sealed value unreadable.
 */
export function readKeyring(folder: string, options: { create: boolean }): Keyring {
  if (options.create) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secrets = Object.fromEntries(
    names.map((name) => [name, readSecret(join(folder, `${name}.key`), options.create)]),
  );
  return keyringFrom(secrets as Record<(typeof names)[number], Buffer>);
}

function readSecret(file: string, create: boolean): Buffer {
  try {
    if (create) {
      writeFileSync(file, randomBytes(32).toString("base64url") + "\n", { mode: 0o600, flag: "wx" });
      chmodSync(file, 0o600);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  }
  const bytes = Buffer.from(readFileSync(file, "utf8").trim(), "base64url");
  if (bytes.length !== 32) throw new Error(`${file} must hold 32 bytes in base64url`);
  return bytes;
}

/** A keyring of random keys that live as long as the process: for tests and benchmarks. */
export function randomKeyring(): Keyring {
  return keyringFrom({
    platform: randomBytes(32),
    index: randomBytes(32),
    pepper: randomBytes(32),
    signing: randomBytes(32),
    audit: randomBytes(32),
  });
}

function keyringFrom(secrets: Record<(typeof names)[number], Buffer>): Keyring {
  return Object.freeze({ ...secrets, platform: [keyFrom(secrets.platform)] as const });
}

/** Makes a fresh key and its form wrapped by the platform key; store only the wrapped form. */
export function newWrappedKey(keyring: Keyring, context: string): { key: Key; wrapped: Buffer } {
  const key = newKey();
  return { key, wrapped: seal(keyring.platform[0], key.bytes, context) };
}

/** Opens a key wrapped by `newWrappedKey` with the same context. */
export function unwrapKey(keyring: Keyring, wrapped: Uint8Array, context: string): Key {
  return keyFrom(open(keyring.platform, wrapped, context));
}

/**
 * The blind index by which an equal value is found again without reading it: HMAC-SHA-256 under a
 * key of its own per purpose (`nik`, `email`, ...). `value` must be normalised by the caller.
 */
export function blindIndex(keyring: Keyring, purpose: string, value: string): Buffer {
  return createHmac("sha256", purposeKey(keyring, purpose)).update(value, "utf8").digest();
}

const derived = new WeakMap<Keyring, Map<string, KeyObject>>();

function purposeKey(keyring: Keyring, purpose: string): KeyObject {
  const known = derived.get(keyring) ?? new Map<string, KeyObject>();
  derived.set(keyring, known);
  let key = known.get(purpose);
  if (!key) {
    const bytes = hkdfSync("sha256", keyring.index, Buffer.alloc(0), `daftar index ${purpose}`, 32);
    key = createSecretKey(Buffer.from(bytes));
    known.set(purpose, key);
  }
  return key;
}

/** The words by which a name is found: lower case, without accents, letters and digits only, at most twelve. */
export function nameWords(name: string): string[] {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  return [...new Set(words)].slice(0, 12);
}

/**
 * Truncated blind indexes of the words of a name: 16 bits each, so that an index alone fits
 * thousands of names and a search shows few false hits.
 */
export function nameIndexes(keyring: Keyring, name: string): number[] {
  return nameWords(name).map((word) => blindIndex(keyring, "name", word).readUInt16BE(0));
}
