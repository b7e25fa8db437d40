import * as z from "zod";
import { paths } from "../../paths.ts";
import { cookies, readCookie, setCookie } from "../../platform/http/cookies.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { hasSecondFactor } from "../../registry/accounts/factors.query.ts";
import { askHuman, humanProblem, spendQuestion, type HumanQuestion } from "../../registry/accounts/human-question.ts";
import { login, type LoginOutcome } from "../../registry/accounts/login.ts";
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

export function showLogin(
  services: AccountRouteServices,
  visit: Visit,
  problems: Problems = {},
  question?: HumanQuestion,
): Response {
  const { say } = visit;
  const done = loginDone.find((one) => one === visit.url.searchParams.get("done"));
  const next = nextOf(visit);
  const page = services.draw(
    visit,
    {
      title: say("account.login.title"),
      errors: Object.keys(problems).length > 0,
      ...(done ? { banner: doneBanner(say, `account.login.${done}`) } : {}),
    },
    <LoginPage visit={visit} problems={problems} next={next} question={question} />,
  );
  // Whoever makes an account first comes back here by way of a letter, and still wants to go on from there.
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
    return showLogin(services, visit, problems, outcome.askHuman ? askHuman(services.keyring) : undefined);
  }
  if (outcome.outcome === "human") {
    const problem = humanProblem(services.keyring, first(visit.form, "ticket"), first(visit.form, "human"));
    const key = first(visit.form, "ticket") === "" ? "missing" : (problem ?? "expired");
    return showLogin(services, visit, { human: { key: `account.human.${key}` } }, askHuman(services.keyring));
  }
  if (outcome.outcome === "pending")
    return redirect(paths.account.registered, [rememberSentTo(services.keyring, outcome.email)]);
  return redirect(await whereTo(services, visit, outcome), [
    sessionCookie(outcome.token),
    deviceCookie(services.keyring, visit, outcome.accountId),
    setCookie(cookies.next, "", 0),
  ]);
}

/** Whether the form answers a question of ours that nobody has used yet. */
async function answered({ keyring, limits }: AccountRouteServices, visit: Visit): Promise<boolean> {
  const ticket = first(visit.form, "ticket");
  return (
    humanProblem(keyring, ticket, first(visit.form, "human")) === undefined && (await spendQuestion(limits, ticket))
  );
}

/** Whoever has a second factor gives it first; staff who have none set one up. */
async function whereTo(
  services: AccountRouteServices,
  visit: Visit,
  outcome: Extract<LoginOutcome, { outcome: "in" }>,
): Promise<string> {
  const next = nextOf(visit);
  const has = await hasSecondFactor(services.db, outcome.accountId);
  if (!has && !outcome.staff) return next ?? paths.account.home;
  const step = has ? paths.account.factor : paths.account.authenticator;
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
