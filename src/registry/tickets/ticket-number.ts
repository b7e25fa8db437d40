import { randomInt } from "node:crypto";

// Crockford's base32: no letter that looks like a digit, none that makes words.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM = 11;

/**
 * A ticket number such as `T-7K3M-9QX2-PA4C`: 55 random bits and a sign that tells a slip of the pen, in groups of four
 * for the telephone. It opens nothing without a fact about the person.
 */
export function newTicketNumber(): string {
  const signs = Array.from({ length: RANDOM }, () => alphabet[randomInt(alphabet.length)] ?? "").join("");
  return grouped(signs + checkSign(signs));
}

/** The number as it is written, from however it was typed; undefined where a sign is wrong, missing or too much. */
export function readTicketNumber(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, "")
    .replace(/^T(?=.{12}$)/u, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (!new RegExp(`^[${alphabet}]{${RANDOM + 1}}$`).test(plain)) return undefined;
  return checkSign(plain.slice(0, RANDOM)) === plain.slice(RANDOM) ? grouped(plain) : undefined;
}

function grouped(signs: string): string {
  return `T-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}

/** Weighted by place, so that one wrong sign and two neighbours in the wrong order are both noticed. */
function checkSign(signs: string): string {
  const sum = [...signs].reduce((total, sign, at) => total + (at + 1) * alphabet.indexOf(sign), 0);
  return alphabet[sum % 31] ?? "";
}
