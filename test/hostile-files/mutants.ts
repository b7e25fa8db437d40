/** Spoils a good file: changed, lost, doubled or inserted bytes; the same seed spoils it the same way. */
export function mutant(good: Buffer, seed: number): Buffer {
  const random = randomNumbers(seed);
  let bytes: Buffer = Buffer.from(good);
  for (let changes = 1 + (random() % 8); changes > 0; changes--) bytes = spoilOnce(bytes, random);
  return bytes;
}

function spoilOnce(bytes: Buffer, random: () => number): Buffer {
  const at = random() % Math.max(1, bytes.length);
  const length = 1 + (random() % 64);
  switch (random() % 6) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length, random() & 255), bytes.subarray(at)]);
    default: {
      const changed = Buffer.from(bytes);
      for (let more = 1 + (random() % 16); more > 0; more--)
        changed[(at + (random() % 256)) % changed.length] = random() & 255;
      return changed;
    }
  }
}

/** mulberry32, so that a failure can be played again from its number. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
