import { cookies, setCookie } from "../../platform/http/cookies.ts";

/** How long a browser keeps the cookie; the session in the database ends earlier for staff. */
const KEPT_SECONDS = 30 * 86_400;

/** The cookie of a new session. */
export function sessionCookie(token: string): string {
  return setCookie(cookies.session, token, KEPT_SECONDS);
}

/** Removes the cookie of a session that ended. */
export function noSessionCookie(): string {
  return setCookie(cookies.session, "", 0);
}
