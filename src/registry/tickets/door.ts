import { createHmac } from "node:crypto";
import { sameToken } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notFound } from "../../platform/refusals.ts";
import { isUuid } from "../applications/load.query.ts";

/** So long one may go on with a ticket without giving its number again. */
const OPEN_MS = 3_600_000;

/**
 * The secret part of a ticket's address, for the browser that sent it or looked it up and no other: `browser` is its form
 * token, so that a copied address opens nothing elsewhere.
 */
export function ticketDoor(keyring: Keyring, browser: string, ticketId: string): string {
  const until = Date.now() + OPEN_MS;
  return `${ticketId}.${until}.${sign(keyring, browser, `${ticketId}.${until}`)}`;
}

/** The ticket behind an address, or undefined where it is over or another browser's. Throws 404 for what is no door. */
export function openDoor(keyring: Keyring, browser: string, door: string): string | undefined {
  const [ticketId = "", until = "", signature = "", ...more] = door.split(".");
  if (more.length > 0 || !isUuid(ticketId) || !/^\d{13}$/.test(until)) throw notFound();
  const good = sameToken(signature, sign(keyring, browser, `${ticketId}.${until}`));
  return good && Number(until) > Date.now() ? ticketId : undefined;
}

function sign(keyring: Keyring, browser: string, what: string): string {
  return createHmac("sha256", keyring.signing).update(`ticket door|${browser}|${what}`).digest("base64url");
}
