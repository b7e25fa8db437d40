import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The cuts of our typeface that papers use; read once, since every paper embeds them. */
export const fonts = {
  regular: read(import.meta.resolve("@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-400-normal.woff")),
  bold: read(import.meta.resolve("@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-700-normal.woff")),
  heavy: read(import.meta.resolve("@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-800-normal.woff")),
} as const;

function read(address: string): Buffer {
  return readFileSync(fileURLToPath(address));
}

/** The fonts hold Latin letters; what they lack is written without its accent, or as a question mark. */
export function printable(text: string): string {
  return Array.from(text.normalize("NFC"), (char) => {
    if (isHeld(char)) return char;
    return Array.from(char.normalize("NFD")).find(isHeld) ?? "?";
  }).join("");
}

function isHeld(char: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]$/.test(char);
}
