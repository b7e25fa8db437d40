import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { askHuman, humanProblem, repeatQuestion, spendQuestion } from "../../registry/accounts/human-question.ts";
import { register } from "../../registry/accounts/register.ts";
import { readEmail } from "../../registry/identifiers/email.ts";
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

export function showRegister(services: AccountRouteServices, visit: Visit, problems: Problems = {}): Response {
  const question = repeatQuestion(services.keyring, first(visit.form, "ticket")) ?? askHuman(services.keyring);
  return services.draw(
    visit,
    { title: visit.say("account.register.title"), errors: Object.keys(problems).length > 0 },
    <RegisterPage visit={visit} problems={problems} question={question} least={services.passwords.lengths.alone} />,
  );
}

export async function postRegister(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const typed = readTyped(Registration, visit.form);
  const problems = {
    ...("problems" in typed ? typed.problems : {}),
    ...chosenPassword(services, visit),
    ...human(services, visit),
  };
  if (!("value" in typed) || Object.keys(problems).length > 0) return showRegister(services, visit, inOrder(problems));
  const ticket = first(visit.form, "ticket");
  // The second post of a double click finds the ticket used: it is answered like the first and does nothing.
  if (await spendQuestion(services.limits, ticket)) {
    await register(services, { ...typed.value, language: visit.language, network: networkOf(visit.address) });
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

function human(services: AccountRouteServices, visit: Visit): Problems {
  const problem = humanProblem(services.keyring, first(visit.form, "ticket"), first(visit.form, "human"));
  return problem ? { human: { key: `account.human.${problem}` } } : {};
}

function inOrder(problems: Problems): Problems {
  const order = ["name", "email", "password", "human", "agree"];
  const known: [string, FieldProblem][] = [];
  for (const name of order) if (problems[name]) known.push([name, problems[name]]);
  return Object.fromEntries(known);
}
