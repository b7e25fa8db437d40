import { cookies, readCookie, setCookie } from "../../platform/http/cookies.ts";
import { first } from "../../platform/http/form.ts";
import { REMEMBERED_DAYS, rememberForFactor } from "../../registry/accounts/remembered-devices.ts";
import type { PersonVisit, Visit } from "../route.ts";
import type { AccountRouteServices } from "./services.ts";

/** The tokens of accounts that need no second factor in this browser. */
export function readRemembered(visit: Visit): string | undefined {
  return readCookie(visit.request.headers.get("cookie"), cookies.remembered);
}

/** The cookie that remembers this browser, where the form asks for it; none for staff. Call it after the second factor was right. */
export async function rememberCookies(services: AccountRouteServices, visit: PersonVisit): Promise<string[]> {
  if (first(visit.form, "remember") !== "yes") return [];
  const value = await rememberForFactor(services, visit.session, {
    visitor: { agent: visit.request.headers.get("user-agent") ?? "", address: visit.address },
    known: readRemembered(visit),
  });
  return value === undefined ? [] : [setCookie(cookies.remembered, value, REMEMBERED_DAYS * 86_400)];
}
