import type { Language } from "../text.ts";

const months = {
  id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
} as const;

export function isRealDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= last;
}

/** `1990-05-17`; such dates compare correctly as strings. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** A date as people write it in one field, such as 17-05-1990, 17/5/1990 or 17 5 1990, as `1990-05-17`; undefined for what is none. */
export function readDate(text: string): string | undefined {
  const [, day, month, year] = /^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})$/.exec(text.trim()) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y >= 1900 && isRealDate(y, m, d) ? isoDate(y, m, d) : undefined;
}

/** Today in western Indonesian time, which has no summer time; a page is valid by the calendar of the capital. */
export function today(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Whole years from one ISO date to a later one; 0 when one of them is missing or the order is wrong. */
export function fullYears(from: string, to: string): number {
  if (from === "" || to === "" || from > to) return 0;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

export function showDate(iso: string, language: Language): string {
  const month = months[language][Number(iso.slice(5, 7)) - 1] ?? "";
  return `${Number(iso.slice(8, 10))} ${month} ${iso.slice(0, 4)}`;
}
