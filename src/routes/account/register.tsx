import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import { register } from "../../registry/accounts/register.ts";
import { readEmail } from "../../registry/identifiers/email.ts";
import { privacyText } from "../privacy-text.ts";
import { askOnForm, humanProblemOf, spendHuman } from "../human.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { newPasswordProblems } from "./new-password.tsx";
import { RegisterPage } from "./register.page.tsx";
import { rememberSentTo } from "../sent-to.ts";
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
): Promise<Response> {
  const check = await askOnForm(services, visit);
  return services.draw(
    visit,
    { title: visit.say("account.register.title"), errors: Object.keys(problems).length > 0 },
    <RegisterPage
      visit={visit}
      problems={problems}
      check={check}
      human={human}
      least={services.passwords.lengths.alone}
    />,
  );
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
  // The second post of a double click finds the ticket used: it is answered like the first and does nothing.
  if (await spendHuman(services, visit)) {
    const agreed = privacyText(visit.say);
    await register(services, { ...typed.value, agreed, language: visit.language, network: networkOf(visit.address) });
  }
  return redirect(paths.account.registered, [rememberSentTo(services.keyring, typed.value.email)]);
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
