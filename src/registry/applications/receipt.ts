import { randomInt } from "node:crypto";

// Crockford's base32: no letter that looks like a digit, none that makes words.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A receipt number such as `R-7K3M9-QX2PA`: 50 random bits, easy to read aloud, hard to guess. The letter says of what:
 * R of an application, B of a payment, S of a copy of one's data, H of an erasure, P of what else one asks about one's data.
 */
export function newReceipt(of: "R" | "B" | "S" | "H" | "P" = "R"): string {
  return `${of}-${part()}-${part()}`;
}

function part(): string {
  return Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("");
}
