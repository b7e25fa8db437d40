import { readCookie, setCookie } from "../../../platform/http/cookies.ts";
import type { Keyring } from "../../../platform/keys/keyring.ts";
import { rememberTicket, remembersTicket } from "../../../registry/tickets/browser-marks.ts";
import type { Visit } from "../../route.ts";

const name = "__Host-daftar-tickets";
const KEPT_SECONDS = 180 * 86_400;

/** The marks of tickets that were open in this browser before. */
export function readMarks(visit: Visit): string | undefined {
  return readCookie(visit.request.headers.get("cookie"), name);
}

/** A cookie by which this browser keeps tries of its own for a ticket; none where it has them already. */
export function markCookies(keyring: Keyring, visit: Visit, number: string): string[] {
  const known = readMarks(visit);
  return remembersTicket(keyring, number, known)
    ? []
    : [setCookie(name, rememberTicket(keyring, number, known), KEPT_SECONDS)];
}
