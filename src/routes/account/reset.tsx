import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { getProfile } from "../../registry/accounts/account.query.ts";
import { hasSecondFactor } from "../../registry/accounts/factors.query.ts";
import { findLink, type Link } from "../../registry/accounts/link-tokens.ts";
import { leastLength, passwordProblem, type PasswordContext } from "../../registry/accounts/password-rules.ts";
import { resetPassword } from "../../registry/accounts/reset.ts";
import { Button } from "../../ui/button/button.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { addresses, loginAfter } from "./addresses.ts";
import { PasswordField, PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";
import { noSessionCookie } from "./session-cookie.ts";
import type { Problems } from "./typed.ts";

export async function showReset(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = visit.url.searchParams.get("token") ?? "";
  const link = await findLink(services.db, "reset", token);
  if (link?.state !== "valid") return showDead(services, visit);
  return showForm(services, visit, { token, least: leastLength(await contextOf(services, link)), problems: {} });
}

export async function postReset(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  const password = first(visit.form, "next");
  const link = await findLink(services.db, "reset", token);
  if (link?.state !== "valid") return showDead(services, visit);
  const context = await contextOf(services, link);
  const problem = passwordProblem(password, context);
  if (problem) {
    const least = leastLength(context);
    return showForm(services, visit, {
      token,
      least,
      problems: { next: { key: `account.problem.${problem}`, params: { least } } },
    });
  }
  const done = await resetPassword(services, { token, password, network: networkOf(visit.address) });
  if (done === "used") {
    const problems: Problems = { next: { key: "account.problem.used" } };
    return showForm(services, visit, { token, least: leastLength(context), problems });
  }
  return done === "done" ? redirect(loginAfter("reset"), [noSessionCookie()]) : showDead(services, visit);
}

async function contextOf(services: AccountRouteServices, link: Link): Promise<PasswordContext> {
  const { name, email } = await getProfile(services.db, services.keyring, link.accountId);
  return { name, email, secondFactor: await hasSecondFactor(services.db, link.accountId) };
}

interface FormProps {
  readonly token: string;
  readonly least: number;
  readonly problems: Problems;
}

function showForm(services: AccountRouteServices, visit: Visit, { token, least, problems }: FormProps): Response {
  const { say } = visit;
  return services.draw(
    visit,
    { title: say("account.reset.title"), errors: Object.keys(problems).length > 0 },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.reset.title")}</h1>
      <p class="govuk-body">{say("account.reset.note")}</p>
      <p class="govuk-hint">{say("account.password.hint", { least })}</p>
      <PostForm visit={visit} action={addresses.reset} hidden={{ token }}>
        <PasswordField visit={visit} problems={problems} name="next" autocomplete="new-password" />
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
