import { sql, type RawBuilder } from "kysely";
import { indexUnder, type IndexKeys, slotOf } from "./index-keys.ts";

type Indexing = { readonly index: IndexKeys };

/**
 * The blind index by which an equal value is found again without reading it, under a key of its own per purpose (`nik`,
 * `email`, ...). For looking only, with `isIndex`; what is written takes `blindIndexes`. `value` must be normalised by the
 * caller.
 */
export function blindIndex(keyring: Indexing, purpose: string, value: string): Buffer {
  return indexUnder(keyring.index[0], purpose, value);
}

/** The two columns of an index as they are written: one of them null, except while a new key takes the old one's place. */
export function blindIndexes(
  keyring: Indexing,
  purpose: string,
  value: string,
): { readonly blind_index: Buffer | null; readonly blind_index_b: Buffer | null } {
  const under = (slot: "a" | "b") => {
    const key = keyring.index.find((one) => slotOf(one) === slot);
    return key ? indexUnder(key, purpose, value) : null;
  };
  return { blind_index: under("a"), blind_index_b: under("b") };
}

/** Whether a row has this index in either of its columns; `table` is the name by which the statement calls it. */
export function isIndex(table: string, index: Buffer): RawBuilder<boolean> {
  const [a, b] = [sql.ref(`${table}.blind_index`), sql.ref(`${table}.blind_index_b`)];
  return sql<boolean>`(${a} = ${index} or ${b} = ${index})`;
}

/** The words by which a name is found: lower case, without accents, letters and digits only, at most twelve. */
export function nameWords(name: string): string[] {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  return [...new Set(words)].slice(0, 12);
}

/**
 * Truncated blind indexes of the words of a name: 16 bits each, so that an index alone fits thousands of names and a
 * search shows few false hits. For looking; what is written takes those of all keys.
 */
export function nameIndexes(keyring: Indexing, name: string): number[] {
  return nameWords(name).map((word) => blindIndex(keyring, "name", word).readUInt16BE(0));
}

/** The indexes of a name as they are written, under every key in use. */
export function writtenNameIndexes(keyring: Indexing, name: string): number[] {
  return keyring.index.flatMap((key) => nameIndexes({ index: [key] }, name));
}
