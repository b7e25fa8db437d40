import { readCookie, setCookie } from "../../platform/http/cookies.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { type MarkOwner, rememberDevice } from "../../registry/accounts/devices.ts";
import type { Visit } from "../route.ts";

/** Cookie in which a browser keeps the marks of `devices.ts`. */
export const deviceCookieName = "__Host-daftar-device";
const KEPT_SECONDS = 365 * 86_400;

/** The marks of accounts that this browser has logged in to before. */
export function readDevice(visit: Visit): string | undefined {
  return readCookie(visit.request.headers.get("cookie"), deviceCookieName);
}

/** A cookie by which this browser keeps tries of its own for the account. */
export function deviceCookie(keyring: Keyring, visit: Visit, owner: MarkOwner): string {
  return setCookie(deviceCookieName, rememberDevice(keyring, owner, readDevice(visit)), KEPT_SECONDS);
}
