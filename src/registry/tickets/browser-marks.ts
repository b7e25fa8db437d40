import { createHmac } from "node:crypto";
import { preparedKey, sameToken } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";

/** One family asks about several people; more than so many, and the oldest is forgotten. */
const MOST = 8;

/**
 * The value of the cookie by which a browser shows that a ticket was open in it before. It opens nothing; it only gives
 * that browser tries of its own, so that strangers who guess cannot make the owner wait. `known` is the cookie so far.
 */
export function rememberTicket(keyring: Keyring, number: string, known: string | undefined): string {
  const mark = markOf(keyring, number);
  const others = marksIn(known).filter((one) => one !== mark);
  return [mark, ...others].slice(0, MOST).join(".");
}

/** Whether the cookie has the mark of this ticket. */
export function remembersTicket(keyring: Keyring, number: string, cookie: string | undefined): boolean {
  const mark = markOf(keyring, number);
  return marksIn(cookie).some((one) => sameToken(one, mark));
}

function marksIn(cookie = ""): string[] {
  return cookie.split(".", MOST).filter((mark) => mark.length === 22);
}

/** Of the number as it is written; nobody reads the number in the cookie. */
function markOf({ signing }: Keyring, number: string): string {
  const mark = createHmac("sha256", preparedKey(signing)).update(`ticket mark|${number}`).digest();
  return mark.subarray(0, 16).toString("base64url");
}
