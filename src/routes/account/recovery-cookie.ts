import { readCookie, setCookie } from "../../platform/http/cookies.ts";
import { findRecovery, type Recovery } from "../../registry/recovery/recovery.query.ts";
import type { Visit } from "../route.ts";
import type { AccountRouteServices } from "./services.ts";

const name = "__Host-daftar-recovery";
const KEPT_SECONDS = 1800;

/** Binds a recovery to this browser. */
export function recoveryCookie(token: string): string {
  return setCookie(name, token, KEPT_SECONDS);
}

/** The recovery is over. */
export function noRecoveryCookie(): string {
  return setCookie(name, "", 0);
}

/** The recovery that this browser began; undefined when there is none or it is over. */
export function readRecovery(services: AccountRouteServices, visit: Visit): Promise<Recovery | undefined> {
  return findRecovery(services.db, readCookie(visit.request.headers.get("cookie"), name));
}
