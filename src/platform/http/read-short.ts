/** Reads a body as text while it comes; undefined, with the rest unread, when it is longer than so many bytes. */
export async function readShort(body: ReadableStream<Uint8Array> | null, most: number): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array> | Uint8Array[]) {
    length += piece.byteLength;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
