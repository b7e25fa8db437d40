import { randomInt } from "node:crypto";

/** Without the letters that are taken for digits or for each other (Crockford's base 32). */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** Sixteen of 32 letters are 80 bits; a saved recovery code needs 64 (NIST SP 800-63B-4, 4.2.1.1). */
const LENGTH = 16;

/** A code that people copy from paper or from a message. Store only `hashToken` of it. */
export function newWrittenCode(): string {
  return Array.from({ length: LENGTH }, () => letters[randomInt(letters.length)]).join("");
}

/** In groups of four, as it is shown. */
export function inGroups(code: string): string {
  return code.match(/.{4}/g)?.join("-") ?? code;
}

/** The code as people type it: capitals, blanks, and the letters that look like digits. */
export function readWrittenCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
}
