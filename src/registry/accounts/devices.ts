import { createHmac, randomBytes } from "node:crypto";
import { sameToken } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";

/** Several people of a family share one telephone; more than so many, and the oldest is forgotten. */
const MOST = 6;

/**
 * The value of the cookie by which a browser shows that it has logged in to an account before. It
 * lets nobody in; it only gives that browser tries of its own, so that strangers cannot lock the
 * owner out. `known` is the cookie so far.
 */
export function rememberDevice(keyring: Keyring, accountId: string, known: string | undefined): string {
  const others = marksOf(known).filter((mark) => !provesDevice(keyring, accountId, mark));
  const nonce = randomBytes(12).toString("base64url");
  return [`${nonce}-${proof(keyring, accountId, nonce)}`, ...others].slice(0, MOST).join(".");
}

/** The mark that this browser got when it logged in to this account, or undefined. */
export function findDevice(keyring: Keyring, accountId: string, cookie: string | undefined): string | undefined {
  return marksOf(cookie).find((mark) => provesDevice(keyring, accountId, mark));
}

// A base64url nonce may hold "-", so its length and not the sign tells where it ends.
const NONCE = 16;

function marksOf(cookie: string | undefined): string[] {
  return (cookie ?? "").split(".", MOST).filter((mark) => /^[A-Za-z0-9_-]{16}-[A-Za-z0-9_-]{43}$/.test(mark));
}

function provesDevice(keyring: Keyring, accountId: string, mark: string): boolean {
  return sameToken(mark.slice(NONCE + 1), proof(keyring, accountId, mark.slice(0, NONCE)));
}

function proof(keyring: Keyring, accountId: string, nonce: string): string {
  return createHmac("sha256", keyring.signing).update(`device|${nonce}|`).update(accountId).digest("base64url");
}
