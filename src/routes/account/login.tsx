import * as z from "zod";
import { paths } from "../../paths.ts";
import { cookies, readCookie, setCookie } from "../../platform/http/cookies.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import type { HumanCheck } from "../../registry/accounts/human-check.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import { login, type LoginOutcome } from "../../registry/accounts/login.ts";
import { askAnew, humanProblemOf, spendHuman } from "../human.tsx";
import { incidentBanner } from "../incident-banner.tsx";
import { ownPath, redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { loginDone } from "./addresses.ts";
import { deviceCookie, readDevice } from "./device-cookie.ts";
import { doneBanner } from "./form-parts.tsx";
import { readRemembered } from "./remembered-cookie.ts";
import { LoginPage } from "./login.page.tsx";
import { rememberSentTo } from "../sent-to.ts";
import type { AccountRouteServices } from "./services.ts";
import { sessionCookie } from "./session-cookie.ts";
import { identifierTyped, passwordTyped, readTyped, type Problems } from "./typed.ts";

const Login = z.object({ identifier: identifierTyped, password: passwordTyped });

/** Longest address that is carried through the login; a longer one is no page of ours. */
const LONGEST_NEXT = 500;

export async function showLogin(
  services: AccountRouteServices,
  visit: Visit,
  problems: Problems = {},
  check?: HumanCheck,
  human?: HumanProblem,
): Promise<Response> {
  const { say } = visit;
  const done = loginDone.find((one) => one === visit.url.searchParams.get("done"));
  const next = nextOf(visit);
  const errors = Object.keys(problems).length > 0;
  // Whoever just tried has read it already.
  const told = errors ? undefined : await incidentBanner(services.db, visit);
  const page = services.draw(
    visit,
    {
      title: say("account.login.title"),
      errors,
      banner: done ? doneBanner(say, `account.login.${done}`) : told,
    },
    <LoginPage visit={visit} problems={problems} next={next} check={check} human={human} />,
  );
  return rememberingNext(page, next);
}

/** Whoever makes an account first comes to the login by way of a letter, and still wants to go on from there. */
export function rememberingNext(page: Response, next: string | undefined): Response {
  if (next !== undefined) page.headers.append("set-cookie", setCookie(cookies.next, encodeURIComponent(next), 86_400));
  return page;
}

export async function postLogin(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const typed = readTyped(Login, visit.form);
  if ("problems" in typed) return showLogin(services, visit, typed.problems);
  const { identifier: name, password } = typed.value;
  const outcome = await login(services, {
    name,
    password,
    network: networkOf(visit.address),
    device: readDevice(visit),
    remembered: readRemembered(visit),
    visitor: { agent: visit.request.headers.get("user-agent") ?? "", address: visit.address },
    session: visit.session?.tokenHash,
    human: () => answered(services, visit),
  });
  if (outcome.outcome === "wrong") {
    const problems: Problems = { identifier: { key: "account.error.login" } };
    return showLogin(services, visit, problems, outcome.askHuman ? await askAnew(services, visit) : undefined);
  }
  if (outcome.outcome === "human") {
    // An answer that is right was used up by another try.
    const used = (await humanProblemOf(services, visit)) ?? "expired";
    const human = first(visit.form, "ticket") === "" ? "missing" : used;
    return showLogin(services, visit, { human: { key: `human.${human}` } }, await askAnew(services, visit), human);
  }
  if (outcome.outcome === "pending")
    return redirect(paths.account.registered, [rememberSentTo(services.keyring, outcome.email)]);
  return redirect(whereTo(visit, outcome), [
    sessionCookie(outcome.token),
    deviceCookie(services.keyring, visit, outcome),
    setCookie(cookies.next, "", 0),
  ]);
}

/** Whether the form answers a question of ours that nobody has used yet. */
async function answered(services: AccountRouteServices, visit: Visit): Promise<boolean> {
  return (await humanProblemOf(services, visit)) === undefined && (await spendHuman(services, visit));
}

/** Whoever owes a second factor gives it first; staff who have none set one up. */
function whereTo(visit: Visit, { awaitsFactor, staff }: Extract<LoginOutcome, { outcome: "in" }>): string {
  const next = nextOf(visit);
  if (!awaitsFactor && !staff) return next ?? paths.account.home;
  const step = awaitsFactor ? paths.account.factor : paths.account.authenticator;
  return next === undefined ? step : `${step}?next=${encodeURIComponent(next)}`;
}

/** Where the person wanted to go: from the form, from the address when the page is opened, or from an earlier visit. */
export function nextOf(visit: Visit): string | undefined {
  const asked = first(visit.form, "next") || visit.url.searchParams.get("next") || remembered(visit);
  return asked && asked.length <= LONGEST_NEXT ? ownPath(asked) : undefined;
}

function remembered(visit: Visit): string | undefined {
  const value = readCookie(visit.request.headers.get("cookie"), cookies.next);
  try {
    return value && decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
