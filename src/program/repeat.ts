import type { Typed } from "./answers.ts";

/*
 * The items of a repeated page are numbered from 1 in the order in which they were added; numbers are not used again
 * while later ones are there, so an address keeps meaning the same item when another is removed. What belongs to an
 * item has its number behind the id: the typed page is `riwayat#2`, an answer in it and a mark on that are `jabatan#2`.
 */

/** The highest number that an item may have: far more than a list may hold, but stored in two bytes. */
const highest = 999;

const keyForm = /^([a-z][a-z0-9_]*)#([1-9][0-9]{0,2})$/;

/** The name of a page or field in an item; without a number its own. */
export function itemKey(id: string, item: number | undefined): string {
  return item === undefined ? id : `${id}#${item}`;
}

/** The opposite of itemKey. */
export function readItemKey(key: string): { readonly id: string; readonly item: number | undefined } {
  const [, id, item] = keyForm.exec(key) ?? [];
  return id === undefined ? { id: key, item: undefined } : { id, item: Number(item) };
}

/** The number of an item in an address; undefined for anything else. */
export function readItemNumber(text: string): number | undefined {
  return /^[1-9][0-9]{0,2}$/.test(text) ? Number(text) : undefined;
}

/** The numbers of the items of a page that are there, in order. */
export function itemNumbers(typed: Typed, pageId: string): number[] {
  return Object.keys(typed)
    .map(readItemKey)
    .flatMap(({ id, item }) => (id === pageId && item !== undefined ? [item] : []))
    .toSorted((a, b) => a - b);
}

/** The number of the next item; undefined when numbers have run out. */
export function nextItem(typed: Typed, pageId: string): number | undefined {
  const next = (itemNumbers(typed, pageId).at(-1) ?? 0) + 1;
  return next <= highest ? next : undefined;
}
