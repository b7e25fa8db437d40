import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BlobMissing, diskBlobStore, newBlobName, type BlobStore } from "./blob-store.ts";

describe("the blob store on disk", () => {
  let folder: string;
  let blobs: BlobStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "blobs-"));
    blobs = diskBlobStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("gives back what was put, whole or as a stream, readable by its owner only", async () => {
    const name = newBlobName();
    expect(await blobs.put(name, Readable.from([Buffer.from("dua "), Buffer.from("potong")]))).toEqual({ size: 10 });
    expect((await blobs.get(name)).toString()).toBe("dua potong");
    expect((await buffer(blobs.stream(name))).toString()).toBe("dua potong");
    const path = join(folder, name.slice(0, 2), name.slice(2, 4), name);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test("keeps nothing of a stream that breaks off", async () => {
    const name = newBlobName();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("setengah");
      throw new Error("the line went dead");
    }
    await expect(blobs.put(name, broken())).rejects.toThrow(/line went dead/);
    await expect(blobs.get(name)).rejects.toThrow(BlobMissing);
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  test("forgets what was removed, and removing twice does no harm", async () => {
    const name = newBlobName();
    await blobs.put(name, Buffer.from("x"));
    await blobs.remove(name);
    await blobs.remove(name);
    await expect(blobs.get(name)).rejects.toThrow(BlobMissing);
  });

  test.each([
    "",
    "../../etc/passwd",
    "/etc/passwd",
    "a".repeat(31),
    `${"a".repeat(32)}/x`,
    "A".repeat(32),
    `${"a".repeat(32)}\n`,
    "\0".repeat(32),
  ])("refuses the name %j in every operation", async (name) => {
    await expect(blobs.put(name, Buffer.from("x"))).rejects.toThrow(/not a blob name/);
    await expect(blobs.get(name)).rejects.toThrow(/not a blob name/);
    await expect(blobs.remove(name)).rejects.toThrow(/not a blob name/);
    expect(() => blobs.stream(name)).toThrow(/not a blob name/);
  });
});
