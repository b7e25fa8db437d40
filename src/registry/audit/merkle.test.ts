import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  consistencyPlaces,
  emptyRoot,
  Frontier,
  hashLeaf,
  inclusionPlaces,
  joinHashes,
  type Place,
  placesOf,
} from "./merkle.ts";
import { verifyConsistency, verifyInclusion } from "./proofs.ts";

/** The definition of RFC 9162, 2.1.1, written down as it stands there. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return createHash("sha256").digest();
  if (leaves.length === 1) return first;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const inner = Buffer.concat([Buffer.from([1]), naiveRoot(leaves.slice(0, half)), naiveRoot(leaves.slice(half))]);
  return createHash("sha256").update(inner).digest();
}

function leavesOf(size: number): Buffer[] {
  return Array.from({ length: size }, (_, index) => hashLeaf(Buffer.from(`entry ${index}`)));
}

function logOf(leaves: readonly Buffer[]) {
  const frontier = new Frontier();
  const kept = new Map<string, Buffer>();
  const keep = ({ level, position }: Place, hash: Buffer) => kept.set(`${level}/${position}`, hash);
  leaves.forEach((leaf, position) => {
    keep({ level: 0, position }, leaf);
    for (const node of frontier.append(leaf)) keep(node, node.hash);
  });
  const get = ({ level, position }: Place) => {
    const hash = kept.get(`${level}/${position}`);
    if (!hash) throw new Error(`no node ${level}/${position}`);
    return hash;
  };
  const fill = (proof: readonly Place[][]) => proof.map((places) => joinHashes(places.map(get)));
  return { frontier, get, fill, nodes: kept.size };
}

describe("the tree of RFC 9162", () => {
  test("has the published root of the eight leaves that every log implementation is tried with", () => {
    // The inputs and roots of Google's reference implementation, trillian and its predecessors.
    const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    const roots = [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    const frontier = new Frontier();
    expect(frontier.root).toEqual(emptyRoot);
    const seen = inputs.map((input) => {
      frontier.append(hashLeaf(Buffer.from(input, "hex")));
      return frontier.root.toString("hex");
    });
    expect(seen).toEqual(roots);
  });

  test("has the root of its definition, at every size, also when it goes on from its kept subtrees", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: 40 }), (before, more) => {
        const leaves = leavesOf(before + more);
        const { get } = logOf(leaves.slice(0, before));
        const frontier = new Frontier(placesOf(0, before).map((place) => ({ ...place, hash: get(place) })));
        for (const leaf of leaves.slice(before)) frontier.append(leaf);
        expect(frontier.size).toBe(before + more);
        expect(frontier.root).toEqual(naiveRoot(leaves));
      }),
    );
  });

  test("proves every leaf in every size, and nothing else", () => {
    const sized = fc.integer({ min: 1, max: 140 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
    fc.assert(
      fc.property(sized, fc.nat(), ([size, position], spoiled) => {
        const leaves = leavesOf(size);
        const { fill, frontier } = logOf(leaves);
        const proof = fill(inclusionPlaces(position, size));
        const leaf = leaves[position] ?? emptyRoot;
        const said = { leaf, position, size, root: frontier.root, proof };
        expect(verifyInclusion(said)).toBe(true);
        expect(verifyInclusion({ ...said, leaf: hashLeaf(Buffer.from("another")) })).toBe(false);
        expect(verifyInclusion({ ...said, position: size })).toBe(false);
        expect(verifyInclusion({ ...said, position: (position + 1) % size })).toBe(size === 1);
        expect(verifyInclusion({ ...said, proof: [...proof, leaf] })).toBe(false);
        if (proof.length === 0) return;
        expect(verifyInclusion({ ...said, proof: proof.slice(1) })).toBe(false);
        const wrong = proof.map((hash, index) => (index === spoiled % proof.length ? emptyRoot : hash));
        expect(verifyInclusion({ ...said, proof: wrong })).toBe(false);
      }),
    );
  });

  test("proves that it only grew, and refuses a proof for any other beginning", () => {
    const sized = fc.integer({ min: 1, max: 140 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size)));
    fc.assert(
      fc.property(sized, ([size, old]) => {
        const leaves = leavesOf(size);
        const now = { size, root: naiveRoot(leaves) };
        const proof = logOf(leaves).fill(consistencyPlaces(old, size));
        const before = { size: old, root: naiveRoot(leaves.slice(0, old)) };
        expect(verifyConsistency({ old: before, now, proof })).toBe(true);
        if (old === 0) return;
        const forged = [hashLeaf(Buffer.from("forged")), ...leaves.slice(1, old)];
        expect(verifyConsistency({ old: { size: old, root: naiveRoot(forged) }, now, proof })).toBe(false);
        expect(verifyConsistency({ old: now, now: before, proof })).toBe(old === size);
      }),
    );
  });

  test("has a short proof in a log of a million leaves", () => {
    const places = inclusionPlaces(654_321, 1_000_003);
    expect(places.length).toBeLessThanOrEqual(20);
    expect(places.flat().length).toBeLessThan(40);
  });
});
