import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";

/** What arrived of a body; `whole` is false when it was cut off or took too long. */
export interface Piece {
  readonly bytes: Buffer;
  readonly whole: boolean;
}

/**
 * Reads a body of at most `maxBytes` into memory and gives what arrived of it, also when the line was cut in the
 * middle or `timeoutMs` passed. Never rejects for what a client does.
 */
export async function readPiece(
  request: IncomingMessage | Request,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
): Promise<Piece | "too_large"> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body = bodyOf(request);
  const timer = setTimeout(() => body.destroy(new Error("a piece took too long")), limits.timeoutMs);
  try {
    // What is left unread must not end the connection before the answer.
    for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      size += part.byteLength;
      if (size > limits.maxBytes) return "too_large";
      parts.push(part);
    }
    return { bytes: Buffer.concat(parts), whole: true };
  } catch {
    return { bytes: Buffer.concat(parts), whole: false };
  } finally {
    clearTimeout(timer);
  }
}

function bodyOf(request: IncomingMessage | Request): Readable {
  if (request instanceof Readable) return request;
  return request.body ? Readable.fromWeb(request.body) : Readable.from([]);
}
