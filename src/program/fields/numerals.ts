import type { Language } from "../text.ts";

/** A number with the separators of the language, at most six decimals. Made by hand: Intl costs more than the page. */
export function showDecimal(value: number, language: Language): string {
  const [point, comma] = language === "id" ? [".", ","] : [",", "."];
  const [whole = "0", fraction = ""] = Number(Math.abs(value).toFixed(6)).toString().split(".");
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, point);
  return `${value < 0 ? "-" : ""}${grouped}${fraction === "" ? "" : comma + fraction}`;
}
