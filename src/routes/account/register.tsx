import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { Refusal } from "../../platform/refusals.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import { register } from "../../registry/accounts/register.ts";
import { readEmail } from "../../registry/identifiers/email.ts";
import { privacyText } from "../privacy-text.ts";
import { askOnForm, humanProblemOf, onceForHuman } from "../human.tsx";
import { redirect, retryHeader } from "../respond.ts";
import type { Visit } from "../route.ts";
import { nextOf, rememberingNext } from "./login.tsx";
import { newPasswordProblems } from "./new-password.tsx";
import { RegisterPage } from "./register.page.tsx";
import { rememberSentTo } from "../sent-to.ts";
import { waitProblem } from "../wait-words.ts";
import type { AccountRouteServices } from "./services.ts";
import {
  agreedTyped,
  emailTyped,
  nameTyped,
  passwordTyped,
  readTyped,
  type FieldProblem,
  type Problems,
} from "./typed.ts";

const Registration = z.object({ name: nameTyped, email: emailTyped, password: passwordTyped, agree: agreedTyped });

export async function showRegister(
  services: AccountRouteServices,
  visit: Visit,
  problems: Problems = {},
  human?: HumanProblem,
  refusal?: Refusal,
): Promise<Response> {
  const check = await askOnForm(services, visit);
  const page = services.draw(
    visit,
    {
      title: visit.say("account.register.title"),
      errors: Object.keys(problems).length > 0,
      ...(refusal && { status: refusal.status, headers: retryHeader(refusal) }),
    },
    <RegisterPage
      visit={visit}
      problems={problems}
      check={check}
      human={human}
      least={services.passwords.lengths.alone}
    />,
  );
  return rememberingNext(page, nextOf(visit));
}

export async function postRegister(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const typed = readTyped(Registration, visit.form);
  const human = await humanProblemOf(services, visit);
  const problems: Problems = {
    ...("problems" in typed ? typed.problems : {}),
    ...chosenPassword(services, visit),
    ...(human ? { human: { key: `human.${human}` } } : {}),
  };
  if (!("value" in typed) || Object.keys(problems).length > 0) {
    return showRegister(services, visit, inOrder(problems), human);
  }
  const { value } = typed;
  const agreed = privacyText(visit.say);
  try {
    await onceForHuman(services, visit, () =>
      register(services, { ...value, agreed, language: visit.language, network: networkOf(visit.address) }),
    );
  } catch (refusal) {
    // The page of a refusal gives nothing back of a form with a password in it.
    if (!(refusal instanceof Refusal)) throw refusal;
    return showRegister(services, visit, { email: comeAgain(refusal) }, undefined, refusal);
  }
  return redirect(paths.account.registered, [rememberSentTo(services.keyring, typed.value.email)]);
}

/** When to send the form again, at the address: letters to it may be what there were too many of. */
function comeAgain({ status, retryAfterSeconds }: Refusal): FieldProblem {
  return status === 429 ? waitProblem(retryAfterSeconds) : { key: "refusal.busy.text" };
}

/** Judged even while other fields are wrong, so that all is said at once. */
function chosenPassword(services: AccountRouteServices, visit: Visit): Problems {
  const email = readEmail(first(visit.form, "email").slice(0, 300));
  const name = first(visit.form, "name").slice(0, 200);
  return newPasswordProblems("password", first(visit.form, "password"), {
    least: services.passwords.lengths.alone,
    name,
    ...(email === undefined ? {} : { email }),
  });
}

function inOrder(problems: Problems): Problems {
  const order = ["name", "email", "password", "human", "agree"];
  const known: [string, FieldProblem][] = [];
  for (const name of order) if (problems[name]) known.push([name, problems[name]]);
  return Object.fromEntries(known);
}
