import { paths } from "../../paths.ts";
import { setCookie, cookies } from "../../platform/http/cookies.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { askForLogin, loginByPasskey } from "../../registry/passkeys/login.ts";
import { asksJson, json, redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { deviceCookie, readDevice } from "./device-cookie.ts";
import { nextOf } from "./login.tsx";
import type { AccountRouteServices } from "./services.ts";
import { sessionCookie } from "./session-cookie.ts";

// A form sent here by anything but our script has no device behind it and leads back to its page.

/** What the browser is to let a device sign, as JSON; it tells nothing about any account. */
export async function postAskForPasskeyLogin(services: AccountRouteServices, visit: Visit): Promise<Response> {
  if (!asksJson(visit.request)) return redirect(paths.account.login);
  return json(await askForLogin(services, { browser: visit.csrf, network: networkOf(visit.address) }));
}

/** Signs in by the device's answer, in place of password and code; says where to go on. */
export async function postPasskeyLogin(services: AccountRouteServices, visit: Visit): Promise<Response> {
  if (!asksJson(visit.request)) return redirect(paths.account.login);
  const login = await loginByPasskey(services, {
    response: first(visit.form, "response"),
    browser: visit.csrf,
    visitor: { agent: visit.request.headers.get("user-agent") ?? "", address: visit.address },
    device: readDevice(visit),
    session: visit.session?.tokenHash,
  });
  if (!login) return json({ code: "passkey", message: visit.say("account.passkeys.login_failed") }, 422);
  const to = nextOf(visit) ?? (login.staff ? paths.console.start : paths.account.home);
  const answer = json({ to });
  for (const cookie of [
    sessionCookie(login.token),
    deviceCookie(services.keyring, visit, login),
    setCookie(cookies.next, "", 0),
  ])
    answer.headers.append("set-cookie", cookie);
  return answer;
}
