import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

/**
 * Where sealed files lie. A store keeps bytes under names that only `newBlobName` makes: a name
 * that came from a person never reaches it. Seal before you put; nothing here encrypts.
 */
export interface BlobStore {
  /** Keeps the bytes durably. A name is written once; putting it again is an error. */
  put(name: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<{ size: number }>;
  /** Reads the whole blob. Throws `BlobMissing` when there is none. */
  get(name: string): Promise<Buffer>;
  stream(name: string): Readable;
  /** Removes the blob; one that is gone already is no error. */
  remove(name: string): Promise<void>;
  /** The names of the blobs that were put from one moment on and before another. */
  listPut(from: Date, before: Date): AsyncIterable<string>;
  /** Removes what a process that died was still writing before the moment. */
  clearUnfinished(before: Date): Promise<void>;
}

/** No blob of this name: the database and the store have come apart. Tell the operator. */
export class BlobMissing extends Error {
  constructor(name: string, cause?: unknown) {
    super(`there is no blob ${name}`, { cause });
    this.name = "BlobMissing";
  }
}

/** A fresh random name of 128 bits. */
export function newBlobName(): string {
  return randomBytes(16).toString("hex");
}

/** Blobs as files of one folder (mode 0600), spread over two levels so that no folder grows large. */
export function diskBlobStore(folder: string): BlobStore {
  return {
    async put(name, content) {
      const path = pathOf(folder, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      return { size: await writeDurably(path, content) };
    },
    async get(name) {
      const path = pathOf(folder, name);
      try {
        return await readFile(path);
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === "ENOENT") throw new BlobMissing(name, cause);
        throw cause;
      }
    },
    stream: (name) => createReadStream(pathOf(folder, name)),
    async remove(name) {
      await rm(pathOf(folder, name), { force: true });
    },
    async *listPut(from, before) {
      for await (const { name, path } of filesOf(folder)) {
        if (!isName(name)) continue;
        const put = await lastWritten(path);
        if (put !== undefined && put >= from && put < before) yield name;
      }
    },
    async clearUnfinished(before) {
      for await (const { name, path } of filesOf(folder)) {
        if (!name.endsWith(UNFINISHED)) continue;
        const written = await lastWritten(path);
        if (written !== undefined && written < before) await rm(path, { force: true });
      }
    },
  };
}

const UNFINISHED = ".part";

function isName(name: string): boolean {
  return /^[0-9a-f]{32}$/.test(name);
}

/** Every file of the two levels, a folder at a time. */
async function* filesOf(folder: string): AsyncIterable<{ readonly name: string; readonly path: string }> {
  for (const first of await namesIn(folder)) {
    for (const second of await namesIn(join(folder, first))) {
      const inner = join(folder, first, second);
      for (const name of await namesIn(inner)) yield { name, path: join(inner, name) };
    }
  }
}

/** What is in a folder; nothing where there is none, or a file. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((cause: unknown) => {
    if (isGone(cause)) return [];
    throw cause;
  });
}

/** Undefined for a file that was removed meanwhile. */
async function lastWritten(path: string): Promise<Date | undefined> {
  return stat(path).then(
    ({ mtime }) => mtime,
    (cause: unknown) => {
      if (isGone(cause)) return undefined;
      throw cause;
    },
  );
}

function isGone(cause: unknown): boolean {
  const { code } = cause as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR";
}

function pathOf(folder: string, name: string): string {
  if (!isName(name)) throw new Error("this is not a blob name of ours");
  return join(folder, name.slice(0, 2), name.slice(2, 4), name);
}

/** Under a temporary name until the disk has it, so that a name never shows half a file after a crash. */
async function writeDurably(path: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<number> {
  const part = `${path}.${newBlobName()}${UNFINISHED}`;
  const file = await open(part, "wx", 0o600);
  let size = 0;
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      await file.writeFile(chunk);
      size += chunk.length;
    }
    await file.sync();
    await file.close();
    await rename(part, path);
    return size;
  } catch (cause) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw cause;
  }
}
