import { createHmac } from "node:crypto";
import { sameToken } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";

/** `confirm` names a letter, `leave` a subscription. */
type LinkPurpose = "confirm" | "leave";

/**
 * The secret part of a link in a letter: an id with our signature. Nothing about it is stored, so that whoever reads
 * the database can neither confirm nor end anything, and any later letter can carry the same link to leave.
 */
export function linkToken(keyring: Keyring, purpose: LinkPurpose, id: string): string {
  return `${id}.${sign(keyring, purpose, id)}`;
}

/** The id that a token names, or undefined for one that we never made. */
export function readLink(keyring: Keyring, purpose: LinkPurpose, token: string): string | undefined {
  if (!/^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  const id = token.slice(0, 36);
  return sameToken(token.slice(37), sign(keyring, purpose, id)) ? id : undefined;
}

function sign(keyring: Keyring, purpose: LinkPurpose, id: string): string {
  return createHmac("sha256", keyring.signing).update(`subscription ${purpose}|${id}`).digest("base64url");
}
