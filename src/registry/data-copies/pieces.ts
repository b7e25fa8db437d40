import type { Readable } from "node:stream";
import { open, seal, type Key } from "../../platform/keys/seal.ts";

const PIECE = 1024 * 1024;
const LENGTH = 4;
/** What sealing adds to a piece, and some room. */
const MOST = PIECE + 1024;

function contextOf(copyId: string, at: number): string {
  return `data_copies|${at}|${copyId}`;
}

/** Counts of what `sealPieces` gave; right once it has ended. */
export interface Sealed {
  pieces: number;
  size: number;
}

/** Seals a stream in pieces of a mebibyte, each with its length before it: no more than two of them are in memory. */
export async function* sealPieces(
  key: Key,
  copyId: string,
  stream: AsyncIterable<Uint8Array>,
  counts: Sealed,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.length;
    while (size >= PIECE) {
      const all = Buffer.concat(held);
      yield sealPiece(key, copyId, all.subarray(0, PIECE), counts);
      held = [all.subarray(PIECE)];
      size -= PIECE;
    }
  }
  if (size > 0) yield sealPiece(key, copyId, Buffer.concat(held), counts);
}

function sealPiece(key: Key, copyId: string, piece: Uint8Array, counts: Sealed): Uint8Array {
  const sealed = seal(key, piece, contextOf(copyId, counts.pieces++));
  counts.size += piece.length;
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, sealed]);
}

/** Opens what `sealPieces` made. Throws when a piece was moved, changed or left out. */
export async function* openPieces(
  key: Key,
  copyId: string,
  sealed: Readable,
  pieces: number,
): AsyncGenerator<Uint8Array> {
  let held: Buffer = Buffer.alloc(0);
  let at = 0;
  for await (const chunk of sealed as AsyncIterable<Buffer>) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= LENGTH) {
      const end = LENGTH + held.readUInt32BE(0);
      if (end > LENGTH + MOST) throw new RangeError("a piece of a copy is longer than any that is made");
      if (held.length < end) break;
      yield open(key, held.subarray(LENGTH, end), contextOf(copyId, at++));
      held = held.subarray(end);
    }
  }
  if (at !== pieces || held.length > 0) throw new Error("a copy has lost some of its pieces");
}
