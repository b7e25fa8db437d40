import type { Language } from "./texts.ts";

/** Whole rupiah as "Rp250.000", in English "Rp250,000". */
export function rupiah(amount: number, language: Language): string {
  return `Rp${String(amount).replace(/\B(?=(?:[0-9]{3})+$)/g, language === "id" ? "." : ",")}`;
}
