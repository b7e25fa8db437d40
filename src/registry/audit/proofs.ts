import { hashNode } from "./merkle.ts";

/** A leaf, and what is said about where it stands. */
export interface Inclusion {
  readonly leaf: Buffer;
  readonly position: number;
  readonly size: number;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}

/** Whether the leaf stands at its position in the log of that size and root (RFC 9162, 2.1.3.2). */
export function verifyInclusion({ leaf, position, size, root, proof }: Inclusion): boolean {
  if (position < 0 || position >= size) return false;
  let [index, last, hash] = [position, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(index) || index === last) {
      hash = hashNode(sibling, hash);
      while (!isOdd(index) && index !== 0) [index, last] = [half(index), half(last)];
    } else {
      hash = hashNode(hash, sibling);
    }
    [index, last] = [half(index), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/** Two states of what is said to be one log. */
export interface Consistency {
  readonly old: { readonly size: number; readonly root: Buffer };
  readonly now: { readonly size: number; readonly root: Buffer };
  readonly proof: readonly Buffer[];
}

/** Whether the log only grew from one state to the other (RFC 9162, 2.1.4.2). */
export function verifyConsistency({ old, now, proof }: Consistency): boolean {
  if (old.size > now.size) return false;
  if (old.size === now.size) return proof.length === 0 && old.root.equals(now.root);
  if (old.size === 0) return proof.length === 0;
  const hashes = Number.isInteger(Math.log2(old.size)) ? [old.root, ...proof] : proof;
  const [first, ...rest] = hashes;
  if (!first) return false;
  let [index, last] = [old.size - 1, now.size - 1];
  while (isOdd(index)) [index, last] = [half(index), half(last)];
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(index) || index === last) {
      before = hashNode(sibling, before);
      after = hashNode(sibling, after);
      while (!isOdd(index) && index !== 0) [index, last] = [half(index), half(last)];
    } else {
      after = hashNode(after, sibling);
    }
    [index, last] = [half(index), half(last)];
  }
  return last === 0 && before.equals(old.root) && after.equals(now.root);
}

// Positions outgrow the 32 bits of JavaScript's shifts before they outgrow its numbers.
function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function half(value: number): number {
  return Math.floor(value / 2);
}
