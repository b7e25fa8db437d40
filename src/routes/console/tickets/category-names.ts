/** Titles of categories by their names. */
export type CategoryNames = ReadonlyMap<string, { readonly id: string; readonly en: string }>;
