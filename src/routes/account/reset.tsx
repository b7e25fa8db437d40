import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { findLink } from "../../registry/accounts/link-tokens.ts";
import { passwordContextOf } from "../../registry/accounts/password-context.ts";
import type { PasswordContext } from "../../registry/accounts/password-rules.ts";
import { resetPassword } from "../../registry/accounts/reset.ts";
import { Button } from "../../ui/button/button.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { addresses, loginAfter } from "./addresses.ts";
import { PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import { newPasswordProblems, NewPasswordField } from "./new-password.tsx";
import type { AccountRouteServices } from "./services.ts";
import { noSessionCookie } from "./session-cookie.ts";
import type { Problems } from "./typed.ts";

export async function showReset(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = visit.url.searchParams.get("token") ?? "";
  const link = await findLink(services.db, "reset", token);
  if (link?.state !== "valid") return showDead(services, visit);
  const context = await passwordContextOf(services, link.accountId);
  return showForm(services, visit, { token, context, problems: {} });
}

export async function postReset(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  const password = first(visit.form, "next");
  const link = await findLink(services.db, "reset", token);
  if (link?.state !== "valid") return showDead(services, visit);
  const context = await passwordContextOf(services, link.accountId);
  const problems = newPasswordProblems("next", password, context);
  if (Object.keys(problems).length > 0) return showForm(services, visit, { token, context, problems });
  const done = await resetPassword(services, { token, password, network: networkOf(visit.address) });
  if (done === "used") {
    const used: Problems = { next: { key: "account.problem.used" } };
    return showForm(services, visit, { token, context, problems: used });
  }
  return done === "done" ? redirect(loginAfter("reset"), [noSessionCookie()]) : showDead(services, visit);
}

interface FormProps {
  readonly token: string;
  readonly context: PasswordContext;
  readonly problems: Problems;
}

function showForm(services: AccountRouteServices, visit: Visit, { token, context, problems }: FormProps): Response {
  const { say } = visit;
  return services.draw(
    visit,
    { title: say("account.reset.title"), errors: Object.keys(problems).length > 0 },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.reset.title")}</h1>
      <p class="govuk-body">{say("account.reset.note")}</p>
      <PostForm visit={visit} action={addresses.reset} hidden={{ token }}>
        <NewPasswordField visit={visit} problems={problems} name="next" context={context} />
        <SubmitButton text={say("account.reset.submit")} />
      </PostForm>
    </>,
  );
}

function showDead(services: AccountRouteServices, visit: Visit): Response {
  const { say } = visit;
  return services.draw(
    visit,
    { title: say("account.reset.dead_title"), status: 404 },
    <>
      <h1 class="govuk-heading-l">{say("account.reset.dead_title")}</h1>
      <p class="govuk-body">{say("account.reset.dead")}</p>
      <Button href={paths.account.forgot} text={say("account.reset.again")} />
    </>,
  );
}
