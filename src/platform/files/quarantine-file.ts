import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { mkdir, open, unlink, type FileHandle } from "node:fs/promises";
import { join } from "node:path";

/** What was received, held where nobody else can read it. Whoever holds one must `discard` it. */
export interface QuarantinedFile {
  readonly size: number;
  readonly sha256: Buffer;
  /** The plain bytes. Call it only for sizes that may stand in memory. */
  read(): Promise<Buffer>;
  /** Lets go of the bytes; calling it twice does no harm. */
  discard(): Promise<void>;
}

/**
 * Writes a stream to a nameless file: its directory entry is removed as soon as it is open, and its
 * AES-256-GCM key never leaves memory, so that a crash at any moment leaves nothing to find or sweep.
 * Stops with `"too_large"` after `maxBytes`.
 */
export async function quarantine(
  folder: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<QuarantinedFile | "too_large"> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomBytes(16).toString("hex"));
  const file = await open(path, "wx+", 0o600);
  try {
    await unlink(path);
    const received = await receive(file, content, maxBytes);
    if (received === "too_large") await file.close();
    return received;
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

async function receive(
  file: FileHandle,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<QuarantinedFile | "too_large"> {
  const key = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > maxBytes) return "too_large";
    hash.update(chunk);
    await file.writeFile(cipher.update(chunk));
  }
  cipher.final();
  const tag = cipher.getAuthTag();
  let held = true;
  return {
    size,
    sha256: hash.digest(),
    async read() {
      const sealed = Buffer.alloc(size);
      for (let at = 0; at < size;) {
        const { bytesRead } = await file.read(sealed, at, size - at, at);
        if (bytesRead === 0) throw new Error("the quarantine file is shorter than what was written");
        at += bytesRead;
      }
      const decipher = createDecipheriv("aes-256-gcm", key, nonce);
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed), decipher.final()]);
    },
    async discard() {
      if (held) {
        held = false;
        await file.close();
      }
    },
  };
}
