import { createHash } from "node:crypto";

/*
 * The hash tree of RFC 9162, section 2.1: leaf = H(0x00 ‖ data), node = H(0x01 ‖ left ‖ right), and the left half of
 * a tree is the largest power of two below its size. A perfect subtree never changes once it is full, so its hash is
 * kept (`Node`), and every root and proof is put together from the hashes of perfect subtrees. Pure: who has the
 * hashes is asked with their coordinates.
 */

const LEAF = Buffer.from([0]);
const INNER = Buffer.from([1]);

/** A perfect subtree: the `position`-th of those with 2^level leaves. Level 0 is the leaf itself. */
export interface Place {
  readonly level: number;
  readonly position: number;
}

/** A perfect subtree with its hash. */
export interface Node extends Place {
  readonly hash: Buffer;
}

/** The root of a log without leaves. */
export const emptyRoot: Buffer = createHash("sha256").digest();

/** The hash of an entry. */
export function hashLeaf(data: Uint8Array): Buffer {
  return createHash("sha256").update(LEAF).update(data).digest();
}

/** The hash over two subtrees. */
export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(INNER).update(left).update(right).digest();
}

/**
 * A log as far as its end is concerned: the perfect subtrees that its leaves make, the largest first, at most one of
 * each size. That is all one needs to append and to know the root.
 */
export class Frontier {
  readonly #nodes: Node[];
  #size: number;

  /** Goes on from the subtrees of `placesOf(0, size)`, in that order; without them, from an empty log. */
  constructor(nodes: readonly Node[] = []) {
    this.#nodes = [...nodes];
    this.#size = nodes.reduce((size, { level }) => size + 2 ** level, 0);
  }

  get size(): number {
    return this.#size;
  }

  get root(): Buffer {
    return this.#nodes.length === 0 ? emptyRoot : joinHashes(this.#nodes.map(({ hash }) => hash));
  }

  /** Appends a leaf and returns the larger subtrees that are full with it, to be kept. */
  append(leaf: Buffer): Node[] {
    const full: Node[] = [];
    let node: Node = { level: 0, position: this.#size, hash: leaf };
    for (let left = this.#nodes.at(-1); left?.level === node.level; left = this.#nodes.at(-1)) {
      this.#nodes.pop();
      node = { level: node.level + 1, position: left.position / 2, hash: hashNode(left.hash, node.hash) };
      full.push(node);
    }
    this.#nodes.push(node);
    this.#size += 1;
    return full;
  }
}

/** The hash of a range out of those of its perfect subtrees, in their order. */
export function joinHashes(hashes: readonly Buffer[]): Buffer {
  return hashes.reduceRight((right, left) => hashNode(left, right));
}

/** The perfect subtrees that make up the leaves from `start` to before `end`; `start` must begin a subtree that large. */
export function placesOf(start: number, end: number): Place[] {
  const places: Place[] = [];
  for (let at = start; at < end;) {
    const level = Math.floor(Math.log2(end - at));
    places.push({ level, position: at / 2 ** level });
    at += 2 ** level;
  }
  return places;
}

/** Which subtrees prove that a leaf stands in a log: one list per hash of the proof, for `joinHashes`. */
export function inclusionPlaces(position: number, size: number): Place[][] {
  const proof: Place[][] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (position < middle) {
      proof.push(placesOf(middle, end));
      end = middle;
    } else {
      proof.push(placesOf(start, middle));
      start = middle;
    }
  }
  return proof.reverse();
}

/** Which subtrees prove that a log of `old` leaves is the beginning of one with `size`. */
export function consistencyPlaces(old: number, size: number): Place[][] {
  if (old === 0 || old >= size) return [];
  const proof: Place[][] = [];
  let [start, end] = [0, size];
  while (end !== old) {
    const middle = start + split(end - start);
    if (old <= middle) {
      proof.push(placesOf(middle, end));
      end = middle;
    } else {
      proof.push(placesOf(start, middle));
      start = middle;
    }
  }
  // Whoever asks has the root of the old log; only where that is no subtree of the new one must it be told.
  if (start > 0) proof.push(placesOf(start, end));
  return proof.reverse();
}

/** The largest power of two below `size`. */
function split(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1);
}
