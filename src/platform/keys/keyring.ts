import { randomBytes } from "node:crypto";
import { indexKeysFrom, newIndexKey, type IndexKeys } from "./index-keys.ts";
import { followKeyFile, makeKeyFiles, readKeyFile } from "./key-files.ts";
import { keyFrom, newKey, open, seal, type Key } from "./seal.ts";

/** Keys of one purpose: the first is used for what is new, all open what is there. */
export type Keys = readonly [Key, ...Key[]];

/**
 * The secrets that live outside the database, each with one purpose: `platform` wraps the keys of
 * accounts and institutions, `index` makes blind indexes, `pepper` seals the hashes of passwords,
 * `signing` signs form tokens and challenges, `audit` is the seed of the Ed25519 key that signs the
 * sealed record. While a key is rotated there are two of it; ask for it at each use, and never keep it.
 */
export interface Keyring {
  readonly platform: Keys;
  readonly index: IndexKeys;
  readonly pepper: Keys;
  readonly signing: Buffer;
  readonly audit: Buffer;
}

/**
 * Reads the key files of a folder and follows them while they change. With `create`, missing ones are made at
 * random; without it (an existing database), a missing file is an error, since a new key would
 * silently make every sealed value unreadable.
 */
export function readKeyring(folder: string, options: { create: boolean }): Keyring {
  if (options.create) makeKeyFiles(folder);
  const platform = followKeyFile(folder, "platform", keysFrom);
  const pepper = followKeyFile(folder, "pepper", keysFrom);
  const index = followKeyFile(folder, "index", indexKeysFrom);
  const [signing] = readKeyFile(folder, "signing");
  const [audit] = readKeyFile(folder, "audit");
  return Object.freeze({
    get platform() {
      return platform();
    },
    get index() {
      return index();
    },
    get pepper() {
      return pepper();
    },
    signing,
    audit,
  });
}

/** A keyring of random keys that live as long as the process: for tests and benchmarks. */
export function randomKeyring(): Keyring {
  return Object.freeze({
    platform: [newKey()] as const,
    index: [newIndexKey("a")] as const,
    pepper: [newKey()] as const,
    signing: randomBytes(32),
    audit: randomBytes(32),
  });
}

function keysFrom([first, ...more]: readonly [Buffer, ...Buffer[]]): Keys {
  return [keyFrom(first), ...more.map(keyFrom)];
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
