import {
  leastLength,
  passwordProblem,
  passwordProblems,
  type PasswordContext,
} from "../../registry/accounts/password-rules.ts";
import { strengths } from "../../registry/accounts/password-strength.ts";
import { PasswordMeter } from "../../ui/password-meter/password-meter.tsx";
import type { Visit } from "../route.ts";
import { PasswordField } from "./form-parts.tsx";
import type { Problems } from "./typed.ts";

interface NewPasswordProps {
  readonly visit: Visit;
  readonly problems: Problems;
  readonly name: "password" | "next";
  readonly context: PasswordContext;
  /** Whether the page is the person's own, so that the meter may know their name and address. */
  readonly own?: boolean;
}

/** The field for a new password: how long it must be, a meter where scripts run, and the same advice where none do. */
export function NewPasswordField({ visit, problems, name, context, own = false }: NewPasswordProps) {
  const { say } = visit;
  const params = paramsOf(context);
  const refused = passwordProblems.map((problem) => [problem, say(`account.problem.${problem}`, params)] as const);
  const allowed = strengths.map((strength) => [strength, say(`passwords.strength.${strength}`)] as const);
  return (
    <div class="govuk-form-group daftar-new-password">
      <PasswordField visit={visit} problems={problems} name={name} hint params={params} autocomplete="new-password" />
      <PasswordMeter
        for={name}
        {...params}
        {...(own ? { known: `${context.name ?? ""} ${context.email ?? ""}` } : {})}
        words={Object.fromEntries([...refused, ...allowed])}
        advice={say("passwords.advice")}
      />
    </div>
  );
}

/** What is wrong with a new password, at its field; nothing when it may be chosen. */
export function newPasswordProblems(name: string, password: string, context: PasswordContext): Problems {
  const problem = passwordProblem(password, context);
  return problem ? { [name]: { key: `account.problem.${problem}`, params: paramsOf(context) } } : {};
}

function paramsOf(context: PasswordContext) {
  return { least: leastLength(context), kinds: context.kinds ?? 1 };
}
