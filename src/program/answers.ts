import type { ErrorCode } from "./error-codes.ts";

/** What was typed on one page: raw strings by form name, exactly as they came, so that nothing typed is lost. */
export type TypedPage = Readonly<Record<string, string | readonly string[]>>;

/**
 * What was typed, by page id; an item of a repeated page has its number after the id, as `riwayat#2`. A page without an
 * entry was never saved; for a repeated page itself the entry says that its list was gone past.
 */
export type Typed = Readonly<Record<string, TypedPage>>;

/**
 * A checked answer in its one normal form: texts cleaned, a date as `1990-05-17`, a region as the code of its deepest
 * level, money in whole rupiah, choices in the order of the options. Safe to store as JSON.
 */
export type Answer = string | number | boolean | readonly string[];

/** Answers by field id, in items with their number (`jabatan#2`); a field without a valid answer has no entry. */
export type Answers = Readonly<Record<string, Answer>>;

export interface FieldError {
  /** The form name of the input to link to, as `tanggal_lahir.day`. */
  readonly field: string;
  /** The field it belongs to, as `tanggal_lahir`. */
  readonly id: string;
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The first value typed under a name: what an input shows again. */
export function typedText(typed: TypedPage, name: string): string {
  if (!Object.hasOwn(typed, name)) return "";
  const value = typed[name];
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** All values typed under a name: what checkboxes show again. */
export function typedList(typed: TypedPage, name: string): readonly string[] {
  if (!Object.hasOwn(typed, name)) return [];
  const value = typed[name];
  return typeof value === "string" ? [value] : (value ?? []);
}
