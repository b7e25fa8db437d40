import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newIndexKey } from "./index-keys.ts";

export const keyNames = ["platform", "index", "pepper", "signing", "audit"] as const;
export type KeyName = (typeof keyNames)[number];

/** How old what a process knows of a key file may be, in milliseconds, whenever it uses a key. */
export const READ_AGAIN_MS = 1_000;

/** Makes the files that are missing, each with one random key, mode 0600. */
export function makeKeyFiles(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of keyNames) {
    try {
      writeFileSync(fileOf(folder, name), line(name === "index" ? newIndexKey("a").bytes : randomBytes(32)), {
        mode: 0o600,
        flag: "wx",
      });
      chmodSync(fileOf(folder, name), 0o600);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
  }
}

/** The keys of a file, a line each in base64url; the first is the one in use. Throws when a line is no key. */
export function readKeyFile(folder: string, name: KeyName): readonly [Buffer, ...Buffer[]] {
  const file = fileOf(folder, name);
  const [first, ...more] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((text) => Buffer.from(text.trim(), "base64url"));
  if (!first || [first, ...more].some((bytes) => bytes.length !== 32)) {
    throw new Error(`${file} must hold 32 bytes in base64url on each line`);
  }
  return [first, ...more];
}

/** Replaces the keys of a file at once: a process that reads meanwhile finds the old file or the new one, never half of it. */
export function writeKeyFile(folder: string, name: KeyName, keys: readonly [Buffer, ...Buffer[]]): void {
  const file = fileOf(folder, name);
  const beside = `${file}.new`;
  writeFileSync(beside, keys.map(line).join(""), { mode: 0o600, flush: true });
  chmodSync(beside, 0o600);
  renameSync(beside, file);
}

/**
 * What stands in a key file now: it is read again when it has changed, at most once in `READ_AGAIN_MS`. A file that is
 * gone or no longer right while the process runs leaves what was read before. Throws when it cannot be read at first.
 */
export function followKeyFile<T>(
  folder: string,
  name: KeyName,
  made: (keys: readonly [Buffer, ...Buffer[]]) => T,
): () => T {
  let version = versionOf(fileOf(folder, name));
  let value = made(readKeyFile(folder, name));
  let looked = performance.now();
  return () => {
    const now = performance.now();
    if (now - looked < READ_AGAIN_MS) return value;
    looked = now;
    try {
      const current = versionOf(fileOf(folder, name));
      if (current !== version) [value, version] = [made(readKeyFile(folder, name)), current];
    } catch {
      // Whoever changes the file sees what is wrong with it; who waits for a page does not suffer from it.
    }
    return value;
  };
}

function versionOf(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}

function fileOf(folder: string, name: KeyName): string {
  return join(folder, `${name}.key`);
}

function line(bytes: Buffer): string {
  return `${bytes.toString("base64url")}\n`;
}
