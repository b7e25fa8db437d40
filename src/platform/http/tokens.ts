import { createHmac, createSecretKey, hash, type KeyObject, randomBytes, timingSafeEqual } from "node:crypto";

/** A random token of 256 bits in base64url, for cookies and links. Store only `hashToken` of it. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 of a token: what the database keeps. A random token needs no slow hash. */
export function hashToken(token: string): Buffer {
  return hash("sha256", token, "buffer");
}

/** Whether a text has the form of a token, so that junk never reaches the database. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** The form token of a browser: an HMAC of its cookie, so that nothing needs to be stored. */
export function formToken(signing: Buffer, cookie: string): string {
  return createHmac("sha256", preparedKey(signing)).update(`form|${cookie}`, "utf8").digest("base64url");
}

/**
 * The key, in hexadecimal, with which a browser seals what it keeps of a page until that is saved. The same for the
 * same person and page, so that it opens again after another login, and never for anybody else.
 */
export function localCopyKey(signing: Buffer, accountId: string, page: string): string {
  return createHmac("sha256", preparedKey(signing)).update(`local copy|${accountId}|${page}`, "utf8").digest("hex");
}

/** Compares in constant time; false for another length. */
export function sameToken(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

const prepared = new WeakMap<Buffer, KeyObject>();

/** The key of a keyring that signs, made ready once: doing so for each HMAC costs more than the HMAC. */
export function preparedKey(signing: Buffer): KeyObject {
  let key = prepared.get(signing);
  if (!key) {
    key = createSecretKey(signing);
    prepared.set(signing, key);
  }
  return key;
}
