import { readCookie, setCookie } from "../platform/http/cookies.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import { open, seal } from "../platform/keys/seal.ts";
import type { Visit } from "./route.ts";

const name = "__Host-daftar-sent";
const context = "cookie|sent|address";
const KEPT_SECONDS = 600;

/** A cookie with the address just typed, for the page after it; sealed, so that it never stands in an address or a log. */
export function rememberSentTo(keyring: Keyring, email: string): string {
  return setCookie(name, seal(keyring.platform[0], email, context).toString("base64url"), KEPT_SECONDS);
}

/** The address typed on the page before, or undefined when it is too long ago. */
export function readSentTo(keyring: Keyring, visit: Visit): string | undefined {
  const value = readCookie(visit.request.headers.get("cookie"), name);
  if (value === undefined) return undefined;
  try {
    return open(keyring.platform, Buffer.from(value, "base64url"), context).toString("utf8");
  } catch {
    return undefined;
  }
}
