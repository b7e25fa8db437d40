import type { Readable, Writable } from "node:stream";

/** One message between us and the rebuilding process: a small JSON head and the bytes it speaks of. */
export type Frame = { readonly head: unknown; readonly body: Buffer };

const PREFIX = 8;
const LONGEST_HEAD = 64 * 1024;

/** Writes head length, body length (32 bits each, big-endian), head, body. */
export function writeFrame(stream: Writable, head: unknown, body: Uint8Array): void {
  const text = Buffer.from(JSON.stringify(head), "utf8");
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32BE(text.length, 0);
  prefix.writeUInt32BE(body.length, 4);
  stream.write(Buffer.concat([prefix, text]));
  if (body.length > 0) stream.write(body);
}

/** Reads frames as they come. Throws when a length passes the limit: the other side is out of its mind. */
export async function* readFrames(stream: Readable, maxBody: number): AsyncGenerator<Frame> {
  const chunks: Buffer[] = [];
  let held = 0;
  let wanted = PREFIX;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= wanted) {
      const all = Buffer.concat(chunks);
      const headEnd = PREFIX + all.readUInt32BE(0);
      const end = headEnd + all.readUInt32BE(4);
      if (headEnd > PREFIX + LONGEST_HEAD || end > headEnd + maxBody)
        throw new RangeError("a frame is longer than allowed");
      chunks.splice(0, chunks.length, all);
      wanted = end;
      if (held < end) break;
      yield { head: JSON.parse(all.toString("utf8", PREFIX, headEnd)) as unknown, body: all.subarray(headEnd, end) };
      chunks.splice(0, chunks.length, all.subarray(end));
      held -= end;
      wanted = PREFIX;
    }
  }
}
