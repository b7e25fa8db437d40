import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { changePassword } from "../../registry/accounts/change-password.ts";
import { passwordContextOf } from "../../registry/accounts/password-context.ts";
import type { PasswordContext } from "../../registry/accounts/password-rules.ts";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { ownPath, redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { deviceCookie } from "./device-cookie.ts";
import { doneBanner, PasswordField, PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import { newPasswordProblems, NewPasswordField } from "./new-password.tsx";
import type { AccountRouteServices } from "./services.ts";
import { passwordTyped, readTyped, type Problems } from "./typed.ts";

const Present = z.object({ present: passwordTyped });

const refusals = {
  present_wrong: { present: { key: "account.error.present_wrong" } },
  used: { next: { key: "account.problem.used" } },
  nearly_present: { next: { key: "account.problem.nearly_present" } },
} as const satisfies Record<string, Problems>;

export async function showPassword(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  return drawForm(services, visit, await passwordContextOf(services, visit.session.accountId), {});
}

export async function postPassword(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const context = await passwordContextOf(services, visit.session.accountId);
  const typed = readTyped(Present, visit.form);
  const next = first(visit.form, "next");
  const problems = { ...("problems" in typed ? typed.problems : {}), ...newPasswordProblems("next", next, context) };
  if (!("value" in typed) || Object.keys(problems).length > 0) return drawForm(services, visit, context, problems);
  const changed = await changePassword(services, visit.session, { present: typed.value.present, next });
  if ("refused" in changed) return drawForm(services, visit, context, refusals[changed.refused]);
  const known = deviceCookie(services.keyring, visit, changed.changed);
  return redirect(onwards(visit) ?? `${paths.account.password}?done=1`, [known]);
}

/** Where somebody wanted to go before an expired password came between. */
function onwards(visit: PersonVisit): string | undefined {
  return ownPath(first(visit.form, "to") || visit.url.searchParams.get("to"));
}

function drawForm(
  services: AccountRouteServices,
  visit: PersonVisit,
  context: PasswordContext,
  problems: Problems,
): Response {
  const { say } = visit;
  const { owesPassword } = visit.session;
  const to = onwards(visit);
  const done = visit.url.searchParams.has("done") && visit.request.method === "GET";
  return services.draw(
    visit,
    {
      title: say("account.change.title"),
      errors: Object.keys(problems).length > 0,
      ...(owesPassword ? {} : { back: { href: paths.account.home } }),
      ...(done ? { banner: doneBanner(say, "account.change.done") } : {}),
    },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.change.title")}</h1>
      {owesPassword && <InsetText text={say("passwords.overdue")} />}
      <p class="govuk-body">{say("account.change.note")}</p>
      <PostForm visit={visit} action={paths.account.password} hidden={to === undefined ? {} : { to }}>
        <PasswordField visit={visit} problems={problems} name="present" autocomplete="current-password" />
        <NewPasswordField visit={visit} problems={problems} name="next" context={context} own />
        <SubmitButton text={say("account.change.submit")} />
      </PostForm>
      <p class="govuk-body">
        <Link href={paths.passwordRules}>{say("passwords.page.title")}</Link>
      </p>
    </>,
  );
}
